package se.lyhord.voting.shred;

import java.util.UUID;

/** What is certified to be destroyed could not be destroyed again; it has to be tried again. */
public final class NotForgottenYet extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotForgottenYet(UUID petition) {
        super("Certified but not forgotten: " + petition);
    }
}
