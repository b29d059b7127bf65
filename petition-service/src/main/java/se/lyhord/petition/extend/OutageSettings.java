package se.lyhord.petition.extend;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How absence is measured.
 *
 * @param watch where each part says that it can be used, instance by instance; a part without an
 *     address is not watched
 */
@ConfigurationProperties("lyhord.outage")
record OutageSettings(@DefaultValue Map<OutagePart, List<URI>> watch) {}
