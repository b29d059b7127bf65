package se.lyhord.petition.follow;

/** What a mail can be about. */
enum Happening {
    /** Not of the petition: somebody gave an address, and is asked whether it is theirs. */
    CONFIRM(Audience.EVERYBODY, Then.GOES_ON),
    RETURNED(Audience.PETITIONER, Then.GOES_ON),
    REJECTED(Audience.PETITIONER, Then.ERASED),
    OPENED(Audience.PETITIONER, Then.GOES_ON),
    THRESHOLD(Audience.EVERYBODY, Then.GOES_ON),
    EXTENDED(Audience.EVERYBODY, Then.GOES_ON),
    CLOSING(Audience.EVERYBODY, Then.GOES_ON),
    CERTIFIED(Audience.EVERYBODY, Then.GOES_ON),
    HANDED_OVER(Audience.EVERYBODY, Then.GOES_ON),
    OUTCOME(Audience.EVERYBODY, Then.ERASED),
    TAKEN_DOWN(Audience.EVERYBODY, Then.ERASED);

    private enum Audience {
        EVERYBODY,
        PETITIONER
    }

    private enum Then {
        GOES_ON,
        ERASED
    }

    private final Audience audience;
    private final Then then;

    Happening(Audience audience, Then then) {
        this.audience = audience;
        this.then = then;
    }

    /** Whether only the petitioner is told, who got a private link with it. */
    boolean isForPetitionerOnly() {
        return audience == Audience.PETITIONER;
    }

    /** Whether the address is erased when this mail is out, since nothing more will come. */
    boolean isLast() {
        return then == Then.ERASED;
    }
}
