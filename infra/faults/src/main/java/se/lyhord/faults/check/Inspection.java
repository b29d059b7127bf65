package se.lyhord.faults.check;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import se.lyhord.faults.load.Answer;
import se.lyhord.faults.load.Ledger;
import se.lyhord.faults.load.VotingClient;
import se.lyhord.local.LocalFailure;
import se.lyhord.local.run.LocalSystem;
import se.lyhord.local.run.PublicApi;
import se.lyhord.local.run.Service;

/** Everything that must hold for a certified petition. */
public final class Inspection {

    private final PublicApi anyone;
    private final String tallies;
    private final Remains remains;
    private final VotingClient client;

    /**
     * @param system a running system
     * @param client votes after the end
     */
    public Inspection(LocalSystem system, VotingClient client) {
        this.anyone = new PublicApi(system.plan().url(Service.PETITION));
        this.tallies = system.plan().url(Service.TALLY) + "/api/v1/tallies";
        this.remains = new Remains(system);
        this.client = client;
    }

    /** Whether the petition is certified; no, if nobody answers. */
    public boolean isCertified(Ledger ledger) {
        try {
            return anyone.isCertified(ledger.petition());
        } catch (LocalFailure e) {
            return false;
        }
    }

    /**
     * Everything that is wrong with a certified petition.
     *
     * @throws LocalFailure if a part that is to be asked is down; may be repeated
     */
    public List<Finding> of(Ledger ledger) {
        UUID petition = ledger.petition();
        Certified certified = Certified.download(tallies, petition);
        List<String> list = certified.trackers();
        List<Finding> findings = new ArrayList<>();
        if (!certified.agrees()) {
            findings.add(
                    new Finding(
                            Finding.Kind.DISAGREEING,
                            petition,
                            "%d lines, %d certified, signed: %s"
                                    .formatted(
                                            list.size(), certified.count(), certified.isSigned())));
        }
        findings.addAll(remains.of(petition, certified));
        for (int instance = 0; instance < client.instances(); instance++) {
            Answer answer = client.castLate(instance, petition);
            if (answer == Answer.UNKNOWN) {
                throw new LocalFailure("Instance " + (instance + 1) + " does not answer.");
            }
            if (answer != Answer.CLOSED) {
                findings.add(new Finding(Finding.Kind.TAKEN_LATE, petition, "answered " + answer));
            }
        }
        findings.addAll(Counting.compare(petition, ledger.voters(), list));
        return findings;
    }
}
