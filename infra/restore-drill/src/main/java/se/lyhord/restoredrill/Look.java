package se.lyhord.restoredrill;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.lyhord.faults.check.Certified;
import se.lyhord.faults.check.Remains;
import se.lyhord.faults.load.Answer;
import se.lyhord.faults.load.VotingClient;
import se.lyhord.keyvault.VaultUnavailableException;
import se.lyhord.local.LocalFailure;
import se.lyhord.local.run.LocalSystem;
import se.lyhord.local.run.PublicApi;
import se.lyhord.local.run.Service;

/** Compares a system, after something was put back, with what must hold. */
final class Look {

    private final LocalSystem system;
    private final VoteDisk disk;
    private final VotingClient client;
    private final Remains remains;
    private final PublicApi anyone;
    private final String tallies;

    /**
     * @param system a running system
     * @param disk knows the hashes of those who voted
     * @param client votes when voting is over
     */
    Look(LocalSystem system, VoteDisk disk, VotingClient client) {
        this.system = system;
        this.disk = disk;
        this.client = client;
        this.remains = new Remains(system);
        this.anyone = new PublicApi(system.plan().url(Service.PETITION));
        this.tallies = system.plan().url(Service.TALLY) + "/api/v1/tallies";
    }

    /** The certificate with its list; null if there is none. */
    @Nullable Certified certificate(UUID petition) {
        return anyone.isCertified(petition) ? Certified.download(tallies, petition) : null;
    }

    /** Whether the petition's salt is destroyed. */
    boolean isSaltDead(UUID petition) {
        return remains.isTombstoned(Service.VOTING, petition);
    }

    /** Whether the petition's pseudonym key is destroyed. */
    boolean isPseudonymKeyDead(UUID petition) {
        return remains.isTombstoned(Service.GATEWAY, petition);
    }

    /**
     * Everything that is not as it must be, or not yet.
     *
     * @param put what was put back
     * @param votes as they were closed
     */
    List<String> findings(Combination put, List<ClosedVote> votes) {
        List<String> findings = new ArrayList<>();
        try {
            for (ClosedVote vote : votes) {
                UUID petition = vote.petition();
                if (!isSaltDead(petition)) {
                    findings.add("salt lives");
                }
                if (put.forgetsPseudonyms() && !isPseudonymKeyDead(petition)) {
                    findings.add("pseudonym key lives");
                }
                if (client.castLate(0, petition) != Answer.CLOSED) {
                    findings.add("box is not closed");
                }
                findings.addAll(certificate(put, vote));
            }
            List<Path> voters = disk.filesWithVoters();
            if (!voters.isEmpty()) {
                findings.add("voters in " + voters);
            }
            var twice = Told.idsUsedTwice(system.kafka());
            if (!twice.isEmpty()) {
                findings.add("two events under " + twice);
            }
        } catch (LocalFailure | VaultUnavailableException e) {
            findings.add(String.valueOf(e.getMessage()));
        }
        return findings;
    }

    private List<String> certificate(Combination put, ClosedVote vote) {
        Certified now = certificate(vote.petition());
        return switch (put.certificate()) {
            case UNCHANGED ->
                    now != null && now.isTheSameAs(vote.certified()) && now.agrees()
                            ? List.of()
                            : List.of("certificate is not what it was");
            case LOST -> now == null ? List.of() : List.of("another certificate");
            case ANEW ->
                    now != null && now.agrees() && now.count() == vote.votesInCopy()
                            ? List.of()
                            : List.of("not counted anew");
        };
    }
}
