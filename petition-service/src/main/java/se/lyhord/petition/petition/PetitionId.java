package se.lyhord.petition.petition;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Identity of a petition: the key of its event stream, of every message about it, and its public
 * address.
 */
public record PetitionId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PetitionId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
