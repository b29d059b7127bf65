package se.lyhord.keyvault;

/**
 * What an instance has read of its vault.
 *
 * @param length of the generation's file when read: a change shows in it
 * @param nanos monotonic clock just before the vault was last found to be so
 * @param millis wall clock at that moment
 * @param generationSince monotonic clock when this instance knew the generation's files in place
 */
record VaultView(
        VaultContents contents, long length, long nanos, long millis, long generationSince) {

    /** Before anything has been read. */
    static VaultView nothing() {
        return new VaultView(VaultContents.empty(0), 0, 0, 0, 0);
    }

    VaultView foundUnchanged(long atNanos, long atMillis) {
        return new VaultView(contents, length, atNanos, atMillis, generationSince);
    }

    /**
     * How old this is, in nanoseconds: the greater of the two clocks' answers, since the monotonic
     * one stands still while the machine is suspended.
     */
    long age(LeaseClock clock) {
        long byWall = (clock.millis() - millis) * 1_000_000;
        return Math.max(clock.nanos() - nanos, byWall);
    }

    @Override
    public String toString() {
        return "VaultView[" + contents + "]";
    }
}
