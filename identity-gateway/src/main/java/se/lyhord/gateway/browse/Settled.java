package se.lyhord.gateway.browse;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import se.lyhord.gateway.routing.ServiceInstances;

/**
 * What the municipality's administrator has settled: asked for now and then, so that no page waits
 * for it, and kept as it was while petition-service is away.
 */
@Component
class Settled {

    private final ServiceInstances petitionInstances;
    private final RestClient serviceClient;
    private final String configuredName;
    private volatile @Nullable View newest;

    Settled(
            ServiceInstances petitionInstances,
            RestClient serviceClient,
            @Value("${lyhord.municipality.name}") String configuredName) {
        this.petitionInstances = petitionInstances;
        this.serviceClient = serviceClient;
        this.configuredName = configuredName;
    }

    private record View(
            @Nullable String name,
            @Nullable Integer reviewDays,
            @Nullable Integer replyDays,
            @Nullable List<Coded> reasons,
            @Nullable List<Named> committees,
            @Nullable List<Addressed> authorities,
            @Nullable Words banner) {}

    private record Coded(@Nullable String code, @Nullable Words words) {}

    private record Named(@Nullable String code, @Nullable Words name) {}

    private record Addressed(
            @Nullable String code, @Nullable Words name, @Nullable String address) {}

    /** Another authority, and where it tells how to turn to it. */
    public record Authority(String name, String address) {}

    private record Words(@Nullable String swedish, @Nullable String english) {

        @Nullable String inReadersLanguage() {
            return LocaleContextHolder.getLocale().getLanguage().equals("en") ? english : swedish;
        }
    }

    /** The municipality's name, without the word kommun. */
    String name() {
        var view = newest;
        return view == null || view.name() == null ? configuredName : view.name();
    }

    /** Days within which a petition is promised to be reviewed, or null while nobody has told. */
    @Nullable Integer reviewDays() {
        var view = newest;
        return view == null ? null : view.reviewDays();
    }

    /** Days after a vote within which an answer is promised, or null while nobody has told. */
    @Nullable Integer replyDays() {
        var view = newest;
        return view == null ? null : view.replyDays();
    }

    /** What every page says at its top, in the reader's language; null when all is well. */
    @Nullable String banner() {
        var view = newest;
        return view == null || view.banner() == null ? null : view.banner().inReadersLanguage();
    }

    /** The municipality's own words for a reason, in the reader's language, or null. */
    @Nullable String reason(@Nullable String code) {
        var view = newest;
        return view == null || view.reasons() == null
                ? null
                : words(view.reasons().stream().map(it -> new Named(it.code(), it.words())), code);
    }

    /** A committee's name in the reader's language, or null when it is not (or no longer) there. */
    @Nullable String committee(@Nullable String code) {
        var view = newest;
        return view == null || view.committees() == null
                ? null
                : words(view.committees().stream(), code);
    }

    /** The authority with this code, in the reader's language, or null when there is none. */
    @Nullable Authority authority(@Nullable String code) {
        var view = newest;
        return code == null || view == null || view.authorities() == null
                ? null
                : view.authorities().stream()
                        .filter(it -> code.equals(it.code()))
                        .map(Settled::authority)
                        .filter(it -> it != null)
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable Authority authority(Addressed addressed) {
        String name = addressed.name() == null ? null : addressed.name().inReadersLanguage();
        String address = addressed.address();
        return name == null || address == null || !address.startsWith("https://")
                ? null
                : new Authority(name, address);
    }

    @Scheduled(fixedDelayString = "${lyhord.settled.interval:PT10S}")
    void ask() {
        for (URI instance : petitionInstances.inOrder()) {
            try {
                boolean answered =
                        serviceClient
                                .get()
                                .uri(URI.create(instance + "/api/v1/municipality"))
                                .accept(MediaType.APPLICATION_JSON)
                                .exchange(
                                        (request, response) -> {
                                            if (response.getStatusCode()
                                                    .isSameCodeAs(HttpStatus.OK)) {
                                                newest =
                                                        Readers.TOLERANT.readValue(
                                                                response.getBody(), View.class);
                                            }
                                            return !response.getStatusCode().is5xxServerError();
                                        });
                if (answered) {
                    return;
                }
            } catch (ResourceAccessException away) {
                petitionInstances.noAnswerFrom(instance);
            }
        }
    }

    private static @Nullable String words(Stream<Named> all, @Nullable String code) {
        return all.filter(it -> it.code() != null && it.code().equals(code))
                .map(Named::name)
                .filter(it -> it != null)
                .map(Words::inReadersLanguage)
                .filter(it -> it != null)
                .findFirst()
                .orElse(null);
    }
}
