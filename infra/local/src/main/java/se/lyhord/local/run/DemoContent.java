package se.lyhord.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import se.lyhord.local.Conditions;
import se.lyhord.local.LocalFailure;
import tools.jackson.databind.JsonNode;

/**
 * Petitions at different stages of life, made through the product's own doors. May be interrupted
 * and repeated: what is done already is not done again.
 */
public final class DemoContent {

    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final String SHORT_PERIOD = "PT40S";

    private final Plan plan;
    private final Steps steps;
    private final StaffApi staff;
    private final PublicApi anyone;
    private final People people = People.read();
    private final Map<DemoPetition, UUID> ids = new EnumMap<>(DemoPetition.class);

    /**
     * @param system a system that is up
     * @param steps where to show what is done
     */
    public DemoContent(LocalSystem system, Steps steps) {
        this.plan = system.plan();
        this.steps = steps;
        this.staff = new StaffApi(system);
        this.anyone = new PublicApi(system.plan().publicUrl());
    }

    /** Makes what is not there yet. */
    public void provide() {
        Path done = folder().resolve("done");
        if (Files.exists(done)) {
            return;
        }
        steps.step("Demo petitions", this::make);
        try {
            Files.createFile(done);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void make(Consumer<String> progress) {
        progress.accept("submitting");
        for (DemoPetition petition : DemoPetition.values()) {
            ids.put(petition, anyone.submit(key(petition), petition.submission()));
        }
        progress.accept("reviewing");
        openForAMoment(DemoPetition.TREES);
        progress.accept("voting");
        vote(DemoPetition.TREES, List.of("tolvan", "anders", "beatrice", "cecilia"));
        reject(DemoPetition.TAX, "NOT_MUNICIPAL");
        open(DemoPetition.LIGHTS);
        open(DemoPetition.LIBRARY);
        vote(DemoPetition.LIGHTS, List.of("doris", "erland", "frida"));
        vote(DemoPetition.LIBRARY, List.of("anders", "greta"));
        progress.accept("closing");
        await("certificate", () -> anyone.isCertified(id(DemoPetition.TREES)));
        answer(DemoPetition.TREES);
    }

    private void openForAMoment(DemoPetition petition) {
        if (!inReview(petition)) {
            return;
        }
        JsonNode usual = staff.rules();
        staff.setRules(SHORT_PERIOD, 3, usual.get("minimumAge").asInt());
        try {
            open(petition);
        } finally {
            staff.setRules(
                    usual.get("votingPeriod").asString(),
                    usual.get("threshold").asInt(),
                    usual.get("minimumAge").asInt());
        }
    }

    private void open(DemoPetition petition) {
        if (inReview(petition)) {
            staff.approve(id(petition));
        }
        await("ballot box", () -> anyone.isVotingReady(id(petition)));
    }

    private void reject(DemoPetition petition, String reason) {
        if (inReview(petition)) {
            staff.reject(id(petition), reason);
        }
        await("rejection", () -> anyone.state(id(petition)).equals("REJECTED"));
    }

    /** Waits for the review to have heard of the petition, unless it is decided already. */
    private boolean inReview(DemoPetition petition) {
        UUID id = id(petition);
        await("review", () -> !anyone.state(id).isEmpty() || staff.isWaiting(id));
        return anyone.state(id).isEmpty();
    }

    private void vote(DemoPetition petition, List<String> voters) {
        for (String voter : voters) {
            if (isOpen(petition) && !counted(petition, voter) && isOpen(petition)) {
                throw new LocalFailure("The vote of %s was not counted.".formatted(voter));
            }
        }
    }

    private boolean isOpen(DemoPetition petition) {
        return anyone.state(id(petition)).equals("OPEN");
    }

    private boolean counted(DemoPetition petition, String voter) {
        return new CitizenBrowser(plan.publicUrl()).vote(id(petition), voter, people.eidPassword())
                != CitizenBrowser.Outcome.NOT_COUNTED;
    }

    private void answer(DemoPetition petition) {
        if (anyone.state(id(petition)).equals("CLOSED")) {
            staff.recordOutcome(
                    id(petition),
                    Map.of(
                            "decision",
                            "PARTLY_ACCEPTED",
                            "decidedOn",
                            LocalDate.now(ZoneId.of("Europe/Stockholm")).toString(),
                            "committee",
                            "TN",
                            "registryNumber",
                            "TN 2026/0187",
                            "answer",
                            "Nämnden planterar åtta lindar på södra sidan i vår. Bänkarna får"
                                    + " vänta tills torget läggs om."));
        }
    }

    /** Drawn once and kept, so that an interrupted start submits nothing twice. */
    private UUID key(DemoPetition petition) {
        Path file = folder().resolve(petition.name());
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(folder());
                Files.writeString(file, UUID.randomUUID().toString());
            }
            return UUID.fromString(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder() {
        return plan.layout().state().resolve("demo");
    }

    private UUID id(DemoPetition petition) {
        UUID id = ids.get(petition);
        if (id == null) {
            throw new IllegalStateException(petition + " was not submitted");
        }
        return id;
    }

    private static void await(String what, BooleanSupplier condition) {
        if (!Conditions.within(LIMIT, condition)) {
            throw new LocalFailure(
                    "The demo petitions wait for the %s for too long.".formatted(what));
        }
    }
}
