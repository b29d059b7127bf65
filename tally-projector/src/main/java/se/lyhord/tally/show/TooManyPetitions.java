package se.lyhord.tally.show;

/** More petitions were asked for than one answer holds. */
final class TooManyPetitions extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
