/** e-ID login and the citizen's session, which is a sealed cookie. */
@NullMarked
package se.lyhord.gateway.login;

import org.jspecify.annotations.NullMarked;
