package se.lyhord.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import se.lyhord.local.KafkaBroker;
import se.lyhord.local.Ports;
import se.lyhord.local.PostgresCluster;

/** What each service is told about its surroundings: everything but secrets and ports. */
record ServiceSettings(Plan plan, KeyMaterial keys, KafkaBroker kafka) {

    private static final String CLIENT = "spring.security.oauth2.client.";

    /** Writes the settings of one service to the file that it reads at start. */
    void write(Service service, PostgresCluster cluster) {
        Properties properties = new Properties();
        properties.putAll(common(service, cluster));
        properties.putAll(special(service));
        Path file = plan.layout().configuration(service).resolve("application.properties");
        try {
            Files.createDirectories(file.getParent());
            try (Writer writer = Files.newBufferedWriter(file)) {
                properties.store(writer, "Written at every start.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> common(Service service, PostgresCluster cluster) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("server.address", Ports.LOOPBACK);
        settings.put("management.server.address", Ports.LOOPBACK);
        settings.put("spring.cloud.stream.kafka.binder.brokers", kafka.bootstrapServers());
        settings.put(
                "lyhord.public-url",
                service == Service.MODERATION ? plan.dashboardUrl() : plan.publicUrl());
        settings.put("lyhord.municipality.name", "Ekeby");
        settings.put("lyhord.staff.issuer", realm("staff"));
        settings.put("lyhord.staff.jwk-set-uri", endpoint("staff", "certs"));
        String database = service.database();
        if (database != null) {
            settings.put("spring.datasource.url", cluster.url(database));
            settings.put("spring.datasource.username", database + "_service");
            settings.put("spring.flyway.url", cluster.url(database));
            settings.put("spring.flyway.user", database + "_owner");
        }
        return settings;
    }

    private Map<String, String> special(Service service) {
        return switch (service) {
            case PETITION -> petition();
            case VOTING -> voting();
            case TALLY -> tally();
            case MODERATION -> moderation();
            case GATEWAY -> gateway();
        };
    }

    private Map<String, String> petition() {
        return Map.of(
                "lyhord.follow.interval",
                "1s",
                "spring.mail.host",
                Ports.LOOPBACK,
                "spring.mail.port",
                Integer.toString(plan.ports().of("mailbox/smtp")),
                "lyhord.counts.public-minimum",
                Integer.toString(plan.pace().publicMinimum()),
                "lyhord.erasure-decision",
                "KS 2026/0412 (exempel)",
                "lyhord.impact-assessment",
                "KS 2026/0413 (exempel)",
                "lyhord.outage.watch.voting",
                plan.healthUrls(Service.VOTING, "vote"),
                "lyhord.outage.watch.gateway",
                plan.healthUrls(Service.GATEWAY, "vote"),
                "lyhord.outage.watch.eid",
                realm("citizens") + "/.well-known/openid-configuration");
    }

    private Map<String, String> voting() {
        Map<String, String> settings = vault(Service.VOTING);
        settings.putAll(counts());
        return settings;
    }

    private Map<String, String> tally() {
        Map<String, String> settings = services("tally-projector");
        settings.put("lyhord.voting-service.url", plan.url(Service.VOTING));
        settings.put("lyhord.signing.directory", keys.signing().toString());
        settings.putAll(counts());
        settings.put("lyhord.counts.public-minimum", Integer.toString(plan.pace().publicMinimum()));
        return settings;
    }

    private Map<String, String> moderation() {
        Map<String, String> settings = services("moderation-service");
        settings.put("lyhord.petition-service.url", plan.url(Service.PETITION));
        settings.put(CLIENT + "provider.staff.authorization-uri", endpoint("staff", "auth"));
        settings.put(CLIENT + "provider.staff.jwk-set-uri", endpoint("staff", "certs"));
        return settings;
    }

    private Map<String, String> gateway() {
        Map<String, String> settings = vault(Service.GATEWAY);
        settings.putAll(counts());
        settings.put("lyhord.counts.public-minimum", Integer.toString(plan.pace().publicMinimum()));
        settings.put("lyhord.services.petition", plan.urls(Service.PETITION));
        settings.put("lyhord.services.voting", plan.urls(Service.VOTING));
        settings.put("lyhord.services.tally", plan.urls(Service.TALLY));
        settings.put("lyhord.session.directory", keys.session().toString());
        settings.put("lyhord.counts.poll", plan.pace().countInterval().toString());
        settings.put("lyhord.eid.issuer", realm("citizens"));
        // Demo petitions come from programs, and a visitor without scripts is in a hurry.
        settings.put("lyhord.limits.submissions-without-work", "60");
        settings.put("lyhord.proposals.shortest-writing", "2s");
        return settings;
    }

    private Map<String, String> vault(Service service) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("lyhord.vault.directory", keys.vault(service).toString());
        settings.put("lyhord.vault.lease", plan.pace().lease().toString());
        settings.put("lyhord.voter-token.directory", keys.voterToken().toString());
        settings.put("lyhord.shred-order.keys", keys.shredOrderKeys().toString());
        return settings;
    }

    private Map<String, String> counts() {
        return Map.of(
                "lyhord.counts.minimum-change", Integer.toString(plan.pace().countMinimumChange()),
                "lyhord.counts.interval", plan.pace().countInterval().toString());
    }

    private Map<String, String> services(String client) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(CLIENT + "registration.services.client-id", client);
        settings.put(CLIENT + "provider.staff.token-uri", endpoint("staff", "token"));
        return settings;
    }

    private String realm(String name) {
        return plan.keycloakUrl() + "/realms/" + name;
    }

    private String endpoint(String realm, String name) {
        return realm(realm) + "/protocol/openid-connect/" + name;
    }
}
