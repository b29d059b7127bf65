package se.lyhord.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import se.lyhord.benchmark.measure.OtherWork;
import se.lyhord.local.run.Layout;
import tools.jackson.databind.json.JsonMapper;

/**
 * One form of {@code ./bench}: a system of its own, a measurement, a table, and a file.
 *
 * @param name of the form, and of the file in {@code target/bench}
 * @param votingInstances how many instances of the voting service run
 */
record Session(String name, int votingInstances) {

    /** What is measured. */
    @FunctionalInterface
    interface Measuring {
        Outcome measure(BenchSystem system) throws Exception;
    }

    /**
     * Measures and reports.
     *
     * @return 0 if everything demanded holds, else 1
     */
    int run(Measuring measuring) throws Exception {
        Path checkout = Path.of(System.getProperty("lyhord.checkout", "."));
        Path folder = checkout.resolve("target").resolve("bench");
        Map<String, Object> machine = Machine.describe();
        Outcome outcome;
        try (BenchSystem system =
                new BenchSystem(new Layout(checkout, folder.resolve("state")), votingInstances)) {
            OtherWork others = new OtherWork(ProcessHandle.current().pid());
            outcome = measuring.measure(system);
            machine.put("processorsUsedByOthers", others.processors());
        }
        Map<String, Object> whole = new LinkedHashMap<>(outcome.figures());
        whole.put(
                "checks",
                Map.of("hold", outcome.demands().hold(), "each", outcome.demands().all()));
        whole.put("machine", machine);
        Path file = folder.resolve(name + ".json");
        write(file, whole);
        System.out.printf("%nMachine: %s%n%n", machine);
        outcome.table().forEach(System.out::println);
        System.out.println();
        outcome.demands().print(System.out);
        System.out.printf("%nThe same is in target/bench/%s.json.%n", name);
        return outcome.demands().hold() ? 0 : 1;
    }

    /** Writes figures as JSON. */
    static void write(Path file, Map<String, Object> whole) throws java.io.IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                JsonMapper.builder()
                        .build()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(whole));
    }
}
