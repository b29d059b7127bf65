package se.lyhord.voting.config;

import org.apache.coyote.http11.Http11NioProtocol;

/**
 * HTTP/1.1 as Tomcat speaks it, without registering each request's processor for JMX. Processors
 * are not kept here, so each request would wait for the register's lock twice, and under it for a
 * search through all that are at work.
 */
public final class UnregisteredHttp11 extends Http11NioProtocol {

    /** Tomcat makes it by its name. */
    public UnregisteredHttp11() {}

    /** Afterwards it has no JMX domain, without which nothing is registered. */
    @Override
    public void init() throws Exception {
        super.init();
        domain = null;
    }
}
