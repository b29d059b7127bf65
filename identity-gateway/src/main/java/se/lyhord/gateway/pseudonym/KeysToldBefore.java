package se.lyhord.gateway.pseudonym;

import org.jspecify.annotations.Nullable;
import se.lyhord.keyvault.KeysTold;

/** What this service, in all its lives, has told the others of its pseudonym keys. */
public interface KeysToldBefore {

    /** All that was told until now; null while it can not be read to its end. */
    @Nullable KeysTold read();
}
