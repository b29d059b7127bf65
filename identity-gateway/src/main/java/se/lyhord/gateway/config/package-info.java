/** What the gateway is made of: keys, cookies, security. */
@NullMarked
package se.lyhord.gateway.config;

import org.jspecify.annotations.NullMarked;
