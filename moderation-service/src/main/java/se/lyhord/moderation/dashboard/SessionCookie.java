package se.lyhord.moderation.dashboard;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Where the dashboard is reached over https its session cookie is bound to exactly this host and
 * never sent in the clear (RFC 6265bis, 4.1.3.2).
 */
@Configuration(proxyBeanMethods = false)
class SessionCookie {

    @Bean
    ServletContextInitializer cookieOfHttps(@Value("${lyhord.public-url}") String publicUrl) {
        return servlets -> {
            if (publicUrl.startsWith("https:")) {
                var cookie = servlets.getSessionCookieConfig();
                cookie.setName("__Host-" + cookie.getName());
                cookie.setPath("/");
                cookie.setSecure(true);
            }
        };
    }
}
