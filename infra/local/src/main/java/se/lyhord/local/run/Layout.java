package se.lyhord.local.run;

import java.nio.file.Path;

/**
 * Where things are.
 *
 * @param checkout the repository, built
 * @param state everything a running system keeps; deleting it forgets the system
 * @param apps the unpacked services and what makes them start fast
 */
public record Layout(Path checkout, Path state, Path apps) {

    /** Makes all absolute, since processes are recognised by them. */
    public Layout {
        checkout = checkout.toAbsolutePath().normalize();
        state = state.toAbsolutePath().normalize();
        apps = apps.toAbsolutePath().normalize();
    }

    /** With unpacked services of its own, which a later build leaves alone. */
    public Layout(Path checkout, Path state) {
        this(checkout, state, state.resolve("apps"));
    }

    /** With services that the systems of one build share, so that the first start speeds all. */
    public static Layout sharingApps(Path checkout, Path state) {
        return new Layout(checkout, state, checkout.resolve("target").resolve("apps"));
    }

    /** The jar a service's module was built into. */
    Path jar(Service service) {
        return checkout.resolve(service.module())
                .resolve("target")
                .resolve(service.module() + "-1.0.0.jar");
    }

    Path app(Service service) {
        return apps.resolve(service.module());
    }

    /** One file of a part's output. */
    public Path log(String part) {
        return state.resolve("logs").resolve(part + ".log");
    }

    Path secrets() {
        return state.resolve("secrets");
    }

    Path keys() {
        return state.resolve("keys");
    }

    Path configuration(Service service) {
        return state.resolve("config").resolve(service.module());
    }
}
