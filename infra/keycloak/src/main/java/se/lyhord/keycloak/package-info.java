/**
 * The identity provider that keeps no user: Keycloak passes the e-ID's answer on and remembers
 * nobody.
 */
@NullMarked
package se.lyhord.keycloak;

import org.jspecify.annotations.NullMarked;
