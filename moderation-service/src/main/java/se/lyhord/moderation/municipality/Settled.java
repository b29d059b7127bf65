package se.lyhord.moderation.municipality;

/** Where every stage reads what the municipality has settled. */
public interface Settled {

    /** What is in force now. */
    Municipality now();
}
