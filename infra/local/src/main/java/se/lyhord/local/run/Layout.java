package se.lyhord.local.run;

import java.nio.file.Path;

/**
 * Where things are.
 *
 * @param checkout the repository, built
 * @param state everything a running system keeps; deleting it forgets the system
 */
public record Layout(Path checkout, Path state) {

    /** Makes both absolute, since processes are recognised by them. */
    public Layout {
        checkout = checkout.toAbsolutePath().normalize();
        state = state.toAbsolutePath().normalize();
    }

    /** The jar a service's module was built into. */
    Path jar(Service service) {
        return checkout.resolve(service.module())
                .resolve("target")
                .resolve(service.module() + "-1.0.0.jar");
    }

    /** The unpacked service and what makes it start fast. */
    Path app(Service service) {
        return state.resolve("apps").resolve(service.module());
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
