package se.lyhord.keyvault;

/** What came of declaring a petition's key lost. */
public enum Loss {
    /** It counts as lost, now or since before, and the petition never gets another. */
    DECLARED,
    /** The vault holds the key: it is not lost, and nothing was done. */
    KEY_IS_THERE,
    /** The key has been destroyed on order; nothing was done. */
    SHREDDED
}
