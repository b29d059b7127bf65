package se.lyhord.gateway.browse;

/** There is no published petition with this id. */
public final class NoSuchPetition extends RuntimeException {
    NoSuchPetition() {
        super("no such petition");
    }
}
