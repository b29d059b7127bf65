package se.lyhord.gateway.login;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands a controller the citizen it asks for, or sends the browser to the login first. */
@Configuration(proxyBeanMethods = false)
class CitizenArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final CitizenSessions sessions;

    CitizenArgument(CitizenSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(CitizenSession.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request =
                Objects.requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class));
        CitizenSession citizen = sessions.find(request);
        if (citizen == null) {
            throw new LoginNeeded(
                    ReturnPath.of(request.getRequestURI()), !request.getMethod().equals("GET"));
        }
        return citizen;
    }
}
