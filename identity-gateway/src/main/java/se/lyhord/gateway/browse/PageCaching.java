package se.lyhord.gateway.browse;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.WebContentInterceptor;

/**
 * Lets a browser keep pages that say nothing about who reads them, so that going back shows them at
 * once and where they were. All others it may not keep, which is what Spring Security says.
 */
@Configuration(proxyBeanMethods = false)
class PageCaching implements WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        WebContentInterceptor publicPages = new WebContentInterceptor();
        publicPages.addCacheMapping(
                CacheControl.noCache().cachePrivate(),
                "/",
                "/forslag",
                "/forslag/*",
                "/sa-fungerar-det",
                "/integritet",
                "/tillganglighet",
                "/kakor",
                "/statistik",
                "/oppna-data");
        registry.addInterceptor(publicPages);
    }
}
