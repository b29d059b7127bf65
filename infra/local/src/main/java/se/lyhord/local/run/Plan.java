package se.lyhord.local.run;

import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is to run.
 *
 * @param layout where its files are
 * @param ports where it listens
 * @param instances how many of a service, one unless named
 * @param pace how fast it shows what happens
 * @param learning whether a first start is recorded, so that later ones are fast
 * @param jvm how the services' virtual machines are set
 */
public record Plan(
        Layout layout,
        PortPlan ports,
        Map<Service, Integer> instances,
        Pace pace,
        boolean learning,
        Jvm jvm) {

    /** With virtual machines that start quickly. */
    public Plan(
            Layout layout,
            PortPlan ports,
            Map<Service, Integer> instances,
            Pace pace,
            boolean learning) {
        this(layout, ports, instances, pace, learning, Jvm.QUICK_START);
    }

    /** How many instances of the service run. */
    public int instancesOf(Service service) {
        return instances.getOrDefault(service, 1);
    }

    /** The citizens' address as browsers see it. */
    public String publicUrl() {
        return "http://localhost:" + ports.of(Service.GATEWAY, 1);
    }

    /** The staff's address as browsers see it. */
    public String dashboardUrl() {
        return "http://localhost:" + ports.of(Service.MODERATION, 1);
    }

    /** Keycloak's address as browsers see it. */
    public String keycloakUrl() {
        return "http://localhost:" + ports.of("keycloak");
    }

    /** Where the mails that were sent can be read. */
    public String mailboxUrl() {
        return "http://localhost:" + ports.of("mailbox");
    }

    /** Address of a service's first instance, for other services. */
    public String url(Service service) {
        return "http://127.0.0.1:" + ports.of(service, 1);
    }

    /** Addresses of all instances of a service, separated by commas. */
    String urls(Service service) {
        return ofEach(service, instance -> "http://127.0.0.1:" + ports.of(service, instance));
    }

    /** Where all instances of a service say whether they are ready, separated by commas. */
    String healthUrls(Service service, String group) {
        return ofEach(
                service,
                instance ->
                        "http://127.0.0.1:%d/actuator/health/%s"
                                .formatted(ports.management(service, instance), group));
    }

    private String ofEach(Service service, IntFunction<String> address) {
        return IntStream.rangeClosed(1, instancesOf(service))
                .mapToObj(address)
                .collect(Collectors.joining(","));
    }
}
