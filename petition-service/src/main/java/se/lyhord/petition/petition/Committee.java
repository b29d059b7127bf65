package se.lyhord.petition.petition;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Who decides in the municipality, by its customary abbreviation such as {@code TN}. Which there
 * are the municipality settles itself.
 *
 * @throws IllegalArgumentException for anything but two to eight capital letters
 */
public record Committee(@JsonValue String code) {

    private static final Pattern CODE = Pattern.compile("[A-ZÅÄÖ]{2,8}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Committee {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("no committee's abbreviation");
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
