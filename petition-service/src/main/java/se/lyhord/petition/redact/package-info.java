/** Stage 2, when something in a text is not for the public: a version without it is made. */
@NullMarked
package se.lyhord.petition.redact;

import org.jspecify.annotations.NullMarked;
