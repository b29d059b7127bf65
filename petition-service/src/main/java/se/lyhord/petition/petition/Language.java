package se.lyhord.petition.petition;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The language a petition is written in. */
public enum Language {
    SV,
    EN;

    /**
     * Reads an ISO 639-1 code.
     *
     * @throws IllegalArgumentException for anything but {@code sv} and {@code en}
     */
    @JsonCreator
    public static Language of(String code) {
        for (Language language : values()) {
            if (language.code().equals(code)) {
                return language;
            }
        }
        throw new IllegalArgumentException("not a language of petitions");
    }

    /** The ISO 639-1 code, lower case. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
