package se.lyhord.keyvault;

/** What came of using a petition's key. */
public sealed interface Hmac {

    /**
     * The message authentication code.
     *
     * @param bytes 32 bytes; as secret as what was hashed
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Mac(byte[] bytes) implements Hmac {
        @Override
        public String toString() {
            return "Mac[redacted]";
        }
    }

    /** The vault has never had a key for this petition, or has lost it and nobody has said so. */
    record Unknown() implements Hmac {}

    /** The petition's key has been destroyed. */
    record Shredded() implements Hmac {}

    /** The petition's key has been declared lost. */
    record Lost() implements Hmac {}
}
