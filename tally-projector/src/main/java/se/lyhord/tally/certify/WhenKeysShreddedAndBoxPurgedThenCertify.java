package se.lyhord.tally.certify;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import se.lyhord.keyvault.SigningKey;
import se.lyhord.tally.config.Calendar;
import se.lyhord.tally.config.Signers;
import se.lyhord.tally.config.Sweep;
import se.lyhord.tally.tally.ClosingCertificate;

/** Certifies once both keys are destroyed and the box is gone, in whatever order that was told. */
@Component
class WhenKeysShreddedAndBoxPurgedThenCertify implements Sweep {

    private static final Logger LOG =
            LoggerFactory.getLogger(WhenKeysShreddedAndBoxPurgedThenCertify.class);

    private final ClosingEvidence evidence;
    private final Calendar calendar;
    private final SigningKey key;

    WhenKeysShreddedAndBoxPurgedThenCertify(
            ClosingEvidence evidence, Calendar calendar, Signers signers) {
        this.evidence = evidence;
        this.calendar = calendar;
        this.key = signers.certificate();
    }

    @Override
    public boolean sweepOne() {
        var complete = evidence.complete();
        complete.ifPresent(this::certify);
        return complete.isPresent();
    }

    private void certify(ClosingEvidence.Complete all) {
        var certificate =
                new ClosingCertificate(
                        all.result(), all.salt(), all.pseudonymKey(), calendar.today(), key.kid());
        byte[] document = certificate.bytes();
        // Stored before it is told: two instances, or one before and after midnight, agree on one.
        evidence.certified(
                all.result().petition(), certificate.day(), document, key.sign(document));
        LOG.info("Petition {} is certified", all.result().petition());
    }
}
