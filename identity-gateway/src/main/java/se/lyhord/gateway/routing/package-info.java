/** Which instance of a service is asked, and the JSON API that is passed on to them. */
@NullMarked
package se.lyhord.gateway.routing;

import org.jspecify.annotations.NullMarked;
