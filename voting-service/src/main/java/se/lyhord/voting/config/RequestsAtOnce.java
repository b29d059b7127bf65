package se.lyhord.voting.config;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets in as many requests with votes at once as are committed in a moment, each of which holds its
 * connection's buffers. The others are told to come again before anything of them is read.
 */
@Component
class RequestsAtOnce implements HandlerInterceptor, WebMvcConfigurer {

    private final Semaphore places;

    RequestsAtOnce(VotingProperties properties) {
        this.places = new Semaphore(properties.cast().requests());
    }

    /** More than are let in. */
    static final class TooMany extends RuntimeException {
        TooMany() {
            super("Too many requests at once", null, false, false);
        }
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/v1/votes", "/api/v1/petitions/*/votes");
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!places.tryAcquire()) {
            throw new TooMany();
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable Exception failure) {
        places.release();
    }
}
