package se.lyhord.gateway.routing;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.removeRequestHeader;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import se.lyhord.gateway.config.ComeAgain;

/**
 * The public API: reading petitions and counts, submitting a petition. Whatever staff or other
 * services may do is not routed. Cookies and credentials stay here. What is open data may be read
 * by pages of any other site, and kept for a moment by whoever stands in between.
 */
@Configuration(proxyBeanMethods = false)
class PublicApi {

    private static final int AFTER_PAGES = 1;
    private static final List<String> KEPT_HERE =
            List.of(
                    HttpHeaders.COOKIE,
                    HttpHeaders.AUTHORIZATION,
                    "Forwarded",
                    "X-Forwarded-For",
                    "X-Real-IP");

    /** Changes no faster than counts are published, and is better old than missing. */
    private static final String FOR_A_MOMENT =
            "public, max-age=5, stale-while-revalidate=30, stale-if-error=86400";

    @Bean
    RouterFunction<ServerResponse> submissionApi(ServiceInstances petitionInstances) {
        return passOn(
                GatewayRouterFunctions.route("submissions")
                        .POST("/api/v1/petitions", http())
                        .GET("/api/v1/petitions/{id}/documents/{documentId}", http())
                        .GET("/api/v1/status/{key}", http()),
                petitionInstances);
    }

    @Bean
    RouterFunction<ServerResponse> petitionApi(ServiceInstances petitionInstances) {
        return passOn(
                openData(
                        GatewayRouterFunctions.route("petitions")
                                .GET("/api/v1/petitions", http())
                                .GET("/api/v1/petitions.csv", http())
                                .GET("/api/v1/petitions/{id}", http())
                                .GET("/api/v1/statistics", http())),
                petitionInstances);
    }

    @Bean
    RouterFunction<ServerResponse> tallyApi(ServiceInstances tallyInstances) {
        return passOn(
                openData(
                        GatewayRouterFunctions.route("tallies")
                                .GET("/api/v1/tallies", http())
                                .GET("/api/v1/tallies/{id}", http())
                                .GET("/api/v1/tallies/{id}/{file}", http())),
                tallyInstances);
    }

    /** The API's description, for people and programs. */
    @Bean
    RouterFunction<ServerResponse> apiDescription() throws IOException {
        String document =
                new ClassPathResource("openapi.json").getContentAsString(StandardCharsets.UTF_8);
        return RouterFunctions.route()
                .GET(
                        "/api/v1/openapi.json",
                        request ->
                                ServerResponse.ok()
                                        .headers(PublicApi::open)
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .body(document))
                .build();
    }

    /** Pages and votes are looked up first; by default every route here is tried before them. */
    @Bean
    static BeanPostProcessor pagesBeforeRoutes() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof RouterFunctionMapping routes) {
                    routes.setOrder(AFTER_PAGES);
                }
                return bean;
            }
        };
    }

    /** What never changes says so itself; all else is for a moment. */
    private static RouterFunctions.Builder openData(RouterFunctions.Builder routes) {
        return routes.after(
                (request, response) -> {
                    String said = response.headers().getCacheControl();
                    boolean unchanging = said != null && said.contains("immutable");
                    if (!response.statusCode().isError()) {
                        open(response.headers());
                    }
                    if (unchanging) {
                        response.headers().setCacheControl(said);
                    }
                    return response;
                });
    }

    private static void open(HttpHeaders headers) {
        headers.setAccessControlAllowOrigin("*");
        headers.setAccessControlExposeHeaders(List.of(HttpHeaders.ETAG));
        headers.setCacheControl(FOR_A_MOMENT);
    }

    private static RouterFunction<ServerResponse> passOn(
            RouterFunctions.Builder routes, ServiceInstances instances) {
        KEPT_HERE.forEach(header -> routes.before(removeRequestHeader(header)));
        return routes.before(to(instances)).filter(answeringForOneThatIsAway(instances)).build();
    }

    private static Function<ServerRequest, ServerRequest> to(ServiceInstances instances) {
        return request -> {
            MvcUtils.setRequestUrl(request, instances.inOrder().getFirst());
            return request;
        };
    }

    private static HandlerFilterFunction<ServerResponse, ServerResponse> answeringForOneThatIsAway(
            ServiceInstances instances) {
        return (request, next) -> {
            try {
                return next.handle(request);
            } catch (ResourceAccessException e) {
                if (request.attribute(MvcUtils.GATEWAY_REQUEST_URL_ATTR).orElse(null)
                        instanceof URI asked) {
                    instances.noAnswerFrom(
                            URI.create(asked.getScheme() + "://" + asked.getAuthority()));
                }
                ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.SERVICE_UNAVAILABLE);
                problem.setType(URI.create("urn:lyhord:problem:unavailable"));
                return ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
                        .header(HttpHeaders.RETRY_AFTER, ComeAgain.SOON)
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(problem);
            }
        };
    }
}
