package se.lyhord.keyvault;

/** The order to shred was not signed with a key we know. Nothing was destroyed. */
public final class ShredOrderRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ShredOrderRefusedException(ShredOrder order) {
        super("Order to shred " + order.petition() + " does not verify with key " + order.kid());
    }
}
