package se.lyhord.petition.submit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import se.lyhord.petition.config.Refusal;

/** The random key that is drawn with a form. */
final class FormKey {

    private static final int RANDOM_UUID = 4;

    private FormKey() {}

    /**
     * Only a random UUID will do, since private links follow from it; one is drawn if none is
     * given.
     *
     * @throws Refusal (400) for anything else
     */
    static UUID read(@Nullable String given) {
        if (given == null) {
            return UUID.randomUUID();
        }
        try {
            UUID key = UUID.fromString(given.strip());
            if (key.version() == RANDOM_UUID) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "bad-idempotency-key");
        }
        throw new Refusal(HttpStatus.BAD_REQUEST, "bad-idempotency-key");
    }
}
