package se.lyhord.local.run;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import se.lyhord.local.LocalFailure;

/** How many instances of which service were asked for. */
final class Scale {

    private static final int MOST = 4;

    private Scale() {}

    /**
     * Reads names of modules and numbers.
     *
     * @throws LocalFailure if there is no such service, or it can not be there so often
     */
    static Map<Service, Integer> parse(Map<String, Integer> wanted) {
        Map<Service, Integer> instances = new EnumMap<>(Service.class);
        wanted.forEach(
                (name, number) -> {
                    Service service = scalable(name);
                    if (number < 1 || number > MOST) {
                        throw new LocalFailure("--scale %s: 1 to %d.".formatted(name, MOST));
                    }
                    instances.put(service, number);
                });
        return instances;
    }

    private static Service scalable(String name) {
        return Arrays.stream(Service.values())
                .filter(Service::isScalable)
                .filter(service -> service.module().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new LocalFailure(
                                        "--scale takes "
                                                + Arrays.stream(Service.values())
                                                        .filter(Service::isScalable)
                                                        .map(Service::module)
                                                        .collect(Collectors.joining(", "))
                                                + ", not "
                                                + name
                                                + "."));
    }
}
