package se.lyhord.forensics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import se.lyhord.forensics.crowd.Controls;
import se.lyhord.forensics.search.Scanner;
import se.lyhord.forensics.search.Secret;

/** Everything that was found in what was seized. */
final class Search {

    private static final int OFFSETS = 5;

    private final Map<String, List<Scanner.Hit>> hits;
    private final List<Controls.Control> controls;
    private final long bytes;

    private Search(
            Map<String, List<Scanner.Hit>> hits, List<Controls.Control> controls, long bytes) {
        this.hits = hits;
        this.controls = controls;
        this.bytes = bytes;
    }

    /** Searches every file for all secrets and all controls. */
    static Search of(Seizure seizure, List<Secret> secrets, Controls controls) {
        List<Secret> wanted = new ArrayList<>(secrets);
        controls.planted().stream().map(Controls.Control::number).distinct().forEach(wanted::add);
        Scanner scanner = new Scanner(wanted);
        List<Path> files = seizure.everything();
        Map<String, List<Scanner.Hit>> hits =
                files.parallelStream()
                        .collect(
                                Collectors.toMap(
                                        Path::toString,
                                        file -> scanner.scan(seizure.path("").resolve(file)),
                                        (one, other) -> one,
                                        TreeMap::new));
        long bytes = files.stream().mapToLong(file -> size(seizure.path("").resolve(file))).sum();
        return new Search(hits, controls.planted(), bytes);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long bytes() {
        return bytes;
    }

    int planted() {
        return controls.size();
    }

    /** Places at which a control was planted and not found. */
    List<String> missing() {
        return controls.stream()
                .filter(control -> !isFound(control))
                .map(Controls.Control::place)
                .toList();
    }

    private boolean isFound(Controls.Control control) {
        return hits.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(control.place()))
                .flatMap(entry -> entry.getValue().stream())
                .anyMatch(hit -> hit.secret() == control.number());
    }

    /** Voters whose hash stands in a table of votes. */
    int hashesInBox() {
        return (int)
                hits.entrySet().stream()
                        .filter(e -> e.getKey().startsWith(Seizure.TABLES + "/voting/ballots."))
                        .flatMap(entry -> entry.getValue().stream())
                        .filter(hit -> hit.secret().kind() == Secret.Kind.VOTER_HASH)
                        .map(hit -> hit.secret().owner())
                        .distinct()
                        .count();
    }

    /** What stands where it may not: each place, kind and form once. */
    List<Findings.Leak> leaks(Declared declared) {
        List<Findings.Leak> leaks = new ArrayList<>();
        hits.forEach(
                (place, found) ->
                        found.stream()
                                .filter(hit -> !declared.allows(hit.secret(), place))
                                .collect(
                                        Collectors.groupingBy(
                                                hit -> hit.secret().kind() + " " + hit.form(),
                                                TreeMap::new,
                                                Collectors.toList()))
                                .values()
                                .forEach(some -> leaks.add(leak(place, some))));
        return leaks;
    }

    private static Findings.Leak leak(String place, List<Scanner.Hit> hits) {
        Scanner.Hit first = hits.getFirst();
        return new Findings.Leak(
                place,
                first.secret().kind(),
                first.form(),
                hits.stream().map(hit -> hit.secret().owner()).distinct().count(),
                hits.stream().map(Scanner.Hit::offset).limit(OFFSETS).toList());
    }

    /** Trackers in the order in which they stand, each once, wherever some stand. */
    Map<String, List<String>> trackersByPlace() {
        Map<String, List<String>> trackers = new TreeMap<>();
        hits.forEach(
                (place, found) -> {
                    Set<String> inOrder = new LinkedHashSet<>();
                    found.stream()
                            .filter(hit -> hit.secret().kind() == Secret.Kind.TRACKER)
                            .forEach(hit -> inOrder.add(hit.secret().owner()));
                    if (!inOrder.isEmpty()) {
                        trackers.put(place, List.copyOf(inOrder));
                    }
                });
        return trackers;
    }
}
