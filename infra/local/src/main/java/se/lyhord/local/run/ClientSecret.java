package se.lyhord.local.run;

/** Secrets that a client and Keycloak share, kept where the client reads them. */
enum ClientSecret {
    GATEWAY("identity-gateway", "spring.security.oauth2.client.registration.eid.client-secret"),
    DASHBOARD(
            "moderation-service", "spring.security.oauth2.client.registration.staff.client-secret"),
    MODERATION(
            "moderation-service",
            "spring.security.oauth2.client.registration.services.client-secret"),
    TALLY("tally-projector", "spring.security.oauth2.client.registration.services.client-secret"),
    DEMO("keycloak", "demo.client-secret");

    private final String owner;
    private final String property;

    ClientSecret(String owner, String property) {
        this.owner = owner;
        this.property = property;
    }

    /** Draws what is missing: services read theirs when they start, which may be first. */
    static void provide(Secrets secrets) {
        for (ClientSecret one : values()) {
            one.in(secrets);
        }
    }

    String in(Secrets secrets) {
        return secrets.get(owner, property);
    }
}
