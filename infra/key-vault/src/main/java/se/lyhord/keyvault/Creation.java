package se.lyhord.keyvault;

/** What came of asking a vault for a new key. */
public enum Creation {
    /** The petition has a new key. */
    CREATED,
    /** The petition had a key already; it is unchanged. */
    ALREADY_THERE,
    /** The petition's key has been destroyed; it never gets another. */
    SHREDDED,
    /** The petition's key was declared lost; it never gets another. */
    LOST
}
