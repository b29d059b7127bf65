package se.lyhord.gateway.browse;

/** There is no published petition with this id, or nothing behind this private link. */
public final class NoSuchPetition extends RuntimeException {
    /** Says nothing of what was asked for. */
    public NoSuchPetition() {
        super("no such petition");
    }
}
