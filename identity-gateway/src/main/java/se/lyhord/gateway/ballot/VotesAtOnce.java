package se.lyhord.gateway.ballot;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Takes in as many votes at once as are counted in a moment. Whoever comes beyond that is told to
 * come again before anything else is done, so that those taken in wait no longer, however many
 * come.
 */
@Component
class VotesAtOnce implements HandlerInterceptor, WebMvcConfigurer {

    private final Semaphore places;
    private final CrowdedPage page;

    VotesAtOnce(@Value("${lyhord.votes-at-once}") int places, CrowdedPage page) {
        this.places = new Semaphore(places);
        this.page = page;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/forslag/*/rosta");
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        if (!isVote(request) || places.tryAcquire()) {
            return true;
        }
        page.write(request, response);
        return false;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable Exception failure) {
        if (isVote(request)) {
            places.release();
        }
    }

    private static boolean isVote(HttpServletRequest request) {
        return HttpMethod.POST.matches(request.getMethod());
    }
}
