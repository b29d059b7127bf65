package se.lyhord.petition.extend;

/** A part of Lyhörd without which nobody can vote. */
enum OutagePart {
    /** This service, which measures its own absence. */
    PETITIONS(OutageCause.PLATFORM),
    /** The voting service. */
    VOTING(OutageCause.PLATFORM),
    /** The citizens' pages. */
    GATEWAY(OutageCause.PLATFORM),
    /** The login with e-identification. */
    EID(OutageCause.EID);

    private final OutageCause cause;

    OutagePart(OutageCause cause) {
        this.cause = cause;
    }

    /** What kept people from voting while it was away. */
    OutageCause cause() {
        return cause;
    }
}
