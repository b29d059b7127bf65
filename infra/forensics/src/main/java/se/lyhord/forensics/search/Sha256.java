package se.lyhord.forensics.search;

import java.nio.ByteBuffer;

/**
 * The inside of SHA-256 (FIPS 180-4) that the JDK does not show: its state after one block, which
 * is what a Mac keeps of its key.
 */
final class Sha256 {

    static final int WORDS = 8;

    private static final int ROUNDS = 64;
    private static final int FIRST_WORDS = 16;
    private static final int[] START = new int[WORDS];
    private static final int[] CONSTANTS = new int[ROUNDS];

    static {
        int prime = 1;
        for (int i = 0; i < ROUNDS; i++) {
            prime = nextPrime(prime);
            CONSTANTS[i] = fraction(Math.cbrt(prime));
            if (i < WORDS) {
                START[i] = fraction(Math.sqrt(prime));
            }
        }
    }

    private Sha256() {}

    /** The eight words of the state after the first block of 64 bytes. */
    static int[] stateAfter(byte[] block) {
        return stateAfter(START, block);
    }

    /** The eight words of the state after one more block of 64 bytes. */
    static int[] stateAfter(int[] state, byte[] block) {
        int[] w = new int[ROUNDS];
        ByteBuffer.wrap(block).asIntBuffer().get(w, 0, FIRST_WORDS);
        for (int t = FIRST_WORDS; t < ROUNDS; t++) {
            int s0 =
                    Integer.rotateRight(w[t - 15], 7)
                            ^ Integer.rotateRight(w[t - 15], 18)
                            ^ w[t - 15] >>> 3;
            int s1 =
                    Integer.rotateRight(w[t - 2], 17)
                            ^ Integer.rotateRight(w[t - 2], 19)
                            ^ w[t - 2] >>> 10;
            w[t] = w[t - 16] + s0 + w[t - 7] + s1;
        }
        int[] v = state.clone();
        for (int t = 0; t < ROUNDS; t++) {
            int sum1 =
                    Integer.rotateRight(v[4], 6)
                            ^ Integer.rotateRight(v[4], 11)
                            ^ Integer.rotateRight(v[4], 25);
            int choice = v[4] & v[5] ^ ~v[4] & v[6];
            int first = v[7] + sum1 + choice + CONSTANTS[t] + w[t];
            int sum0 =
                    Integer.rotateRight(v[0], 2)
                            ^ Integer.rotateRight(v[0], 13)
                            ^ Integer.rotateRight(v[0], 22);
            int majority = v[0] & v[1] ^ v[0] & v[2] ^ v[1] & v[2];
            System.arraycopy(v, 0, v, 1, WORDS - 1);
            v[4] += first;
            v[0] = first + sum0 + majority;
        }
        for (int i = 0; i < WORDS; i++) {
            v[i] += state[i];
        }
        return v;
    }

    private static int fraction(double root) {
        return (int) (long) ((root - Math.floor(root)) * (1L << 32));
    }

    private static int nextPrime(int after) {
        int candidate = after + 1;
        while (!isPrime(candidate)) {
            candidate++;
        }
        return candidate;
    }

    private static boolean isPrime(int number) {
        for (int i = 2; i * i <= number; i++) {
            if (number % i == 0) {
                return false;
            }
        }
        return true;
    }
}
