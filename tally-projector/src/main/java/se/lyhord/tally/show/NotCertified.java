package se.lyhord.tally.show;

/** There is no certificate (yet), and so no list either. */
final class NotCertified extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
