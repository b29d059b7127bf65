package se.lyhord.faults.failpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import se.lyhord.local.run.Service;

/** All failpoints, in the order in which a petition meets them. */
public final class Failpoints {

    private static final String VOTING = "se.lyhord.voting.";
    private static final String TALLY = "se.lyhord.tally.";
    private static final String GATEWAY = "se.lyhord.gateway.pseudonym.";
    private static final String FENCE = VOTING + "fence.WhenPetitionClosedThenFence";
    private static final String SHRED = VOTING + "shred.WhenTallyFinalizedThenShred";
    private static final String REMOVAL = VOTING + "purge.VoteRemoval";
    private static final String FINALISE = TALLY + "finalise.WhenBallotBoxFencedThenFinalise";
    private static final String EVIDENCE = TALLY + "certify.ClosingEvidence";

    private final List<Failpoint> all = new ArrayList<>();

    private Failpoints() {}

    /** All of them. */
    public static List<Failpoint> all() {
        Failpoints failpoints = new Failpoints();
        failpoints.opening();
        failpoints.voting();
        failpoints.fencing();
        failpoints.finalising();
        failpoints.shredding();
        failpoints.certifying();
        return failpoints.all;
    }

    private void opening() {
        String opening = "se.lyhord.petition.open.Opening";
        around("petition-open", Service.PETITION, opening, "open");
        published("petition", Service.PETITION, "PetitionOpened");
        String open = VOTING + "open.WhenPetitionOpenedThenOpenBallotBox";
        around("voting-open", Service.VOTING, open, "open");
        before("voting-salt-created", Service.VOTING, VOTING + "config.BoxRegister", "enter");
        all.addAll(VaultSteps.create("voting", Service.VOTING));
        published("voting", Service.VOTING, "BallotBoxOpened");
        String create = GATEWAY + "WhenPetitionOpenedThenCreatePseudonymKey";
        around("gateway-key", Service.GATEWAY, create, "create");
        all.addAll(VaultSteps.create("gateway", Service.GATEWAY));
        published("gateway", Service.GATEWAY, "PseudonymKeyCreated");
    }

    private void voting() {
        before("voting-vote-taken", Service.VOTING, VOTING + "cast.CastQueue", "handIn");
        String group = VOTING + "cast.GroupTransaction";
        before("voting-vote-written", Service.VOTING, group, "commit");
        after("voting-vote-committed", Service.VOTING, group, "commit");
        String count = VOTING + "count.WhenBoxChangedThenCount";
        before("voting-count", Service.VOTING, count, "tell");
        published("voting", Service.VOTING, "VotesCounted");
    }

    private void fencing() {
        String due = "se.lyhord.petition.close.DuePetitions";
        around("petition-close", Service.PETITION, due, "close");
        published("petition", Service.PETITION, "PetitionClosed");
        around("voting-close-noted", Service.VOTING, FENCE, "closed");
        before("voting-fence-first", Service.VOTING, FENCE, "startFence");
        after("voting-fence-drained", Service.VOTING, FENCE, "startFence");
        before("voting-fence-counted", Service.VOTING, FENCE, "record");
        after("voting-fence-stated", Service.VOTING, FENCE, "fence");
        published("voting", Service.VOTING, "BallotBoxFenced");
    }

    private void finalising() {
        String fenced = TALLY + "finalise.FencedBoxes";
        around("tally-fence-heard", Service.TALLY, fenced, "fenced");
        around("voting-list", Service.VOTING, VOTING + "fence.TrackerList", "write");
        before("tally-download", Service.TALLY, FINALISE, "fetch");
        String download = TALLY + "finalise.TrackerListDownload";
        after("tally-list-downloaded", Service.TALLY, download, "into");
        String lists = TALLY + "finalise.TrackerLists";
        after("tally-list-written", Service.TALLY, lists, "store");
        after("tally-list-stored", Service.TALLY, FINALISE, "fetch");
        before("tally-sign", Service.TALLY, FINALISE, "sign");
        after("tally-final", Service.TALLY, fenced, "finalise");
        published("tally", Service.TALLY, "TallyFinalized");
    }

    private void shredding() {
        around("voting-order-noted", Service.VOTING, SHRED, "finalised");
        before("voting-shred", Service.VOTING, SHRED, "carryOut");
        all.addAll(VaultSteps.shred("voting", Service.VOTING));
        after("voting-shred-recorded", Service.VOTING, SHRED, "carryOut");
        published("voting", Service.VOTING, "SaltShredded");
        String shred = GATEWAY + "WhenTallyFinalizedThenShredPseudonymKey";
        before("gateway-shred", Service.GATEWAY, shred, "shred");
        all.addAll(VaultSteps.shred("gateway", Service.GATEWAY));
        published("gateway", Service.GATEWAY, "PseudonymKeyShredded");
        before("voting-drop", Service.VOTING, REMOVAL, "drop");
        after("voting-dropped", Service.VOTING, REMOVAL, "drop");
        after("voting-log-turned", Service.VOTING, REMOVAL, "turnLog");
        String purge = VOTING + "purge.WhenSaltShreddedThenPurge";
        after("voting-purged", Service.VOTING, purge, "purged");
        published("voting", Service.VOTING, "BallotBoxPurged");
    }

    private void certifying() {
        around("tally-salt-heard", Service.TALLY, EVIDENCE, "saltShredded");
        around("tally-key-heard", Service.TALLY, EVIDENCE, "pseudonymKeyShredded");
        around("tally-purge-heard", Service.TALLY, EVIDENCE, "ballotBoxPurged");
        String certify = TALLY + "certify.WhenKeysShreddedAndBoxPurgedThenCertify";
        around("tally-certify", Service.TALLY, certify, "certify");
        published("tally", Service.TALLY, "PetitionCertified");
    }

    private void published(String who, Service service, String event) {
        String publisher = "se.lyhord.exchange.EventPublisher";
        String name = who + "-publish-" + event;
        Stream.of(
                        Failpoint.before(name + "-before", service, publisher, "publish"),
                        Failpoint.after(name + "-after", service, publisher, "publish"))
                .map(failpoint -> failpoint.withArgument(event))
                .forEach(all::add);
    }

    private void around(String name, Service service, String type, String method) {
        before(name + "-before", service, type, method);
        after(name + "-after", service, type, method);
    }

    private void before(String name, Service service, String type, String method) {
        all.add(Failpoint.before(name, service, type, method));
    }

    private void after(String name, Service service, String type, String method) {
        all.add(Failpoint.after(name, service, type, method));
    }
}
