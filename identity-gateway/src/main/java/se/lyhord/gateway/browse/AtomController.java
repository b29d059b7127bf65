package se.lyhord.gateway.browse;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.lyhord.gateway.browse.ListChoice.Sort;
import se.lyhord.gateway.browse.PetitionView.Happening;

/** Feeds: what opens and what is answered, and what happens to one petition. */
@Controller
class AtomController {

    private static final int NEWEST = 30;
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final Petitions petitions;
    private final Tallies tallies;
    private final Timeline timeline;
    private final Dates dates;
    private final MessageSource texts;
    private final String municipality;
    private final String publicUrl;

    AtomController(
            Petitions petitions,
            Tallies tallies,
            Timeline timeline,
            Dates dates,
            MessageSource texts,
            @Value("${lyhord.municipality.name}") String municipality,
            @Value("${lyhord.public-url:}") String publicUrl) {
        this.petitions = petitions;
        this.tallies = tallies;
        this.timeline = timeline;
        this.dates = dates;
        this.texts = texts;
        this.municipality = municipality;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    @GetMapping("/atom.xml")
    ResponseEntity<String> all(Locale locale) {
        Stream<AtomFeed.Entry> opened =
                newest(Set.of(), Sort.NEWEST).map(petition -> opened(petition, locale));
        Stream<AtomFeed.Entry> answered =
                newest(Set.of(Standing.ANSWERED), Sort.ANSWERED)
                        .map(petition -> answered(petition, locale));
        List<AtomFeed.Entry> entries =
                Stream.concat(opened, answered)
                        .filter(Objects::nonNull)
                        .sorted(Comparator.comparing(AtomFeed.Entry::day).reversed())
                        .toList();
        return answer(text("atom.all", locale), "/forslag", "/atom.xml", locale, entries);
    }

    @GetMapping("/forslag/{id}/atom.xml")
    ResponseEntity<String> petition(@PathVariable UUID id, Locale locale) {
        PetitionView petition = petitions.find(id);
        LocalDate reached = tallies.find(id).thresholdReachedOn();
        String page = "/forslag/" + id;
        List<AtomFeed.Entry> entries = new ArrayList<>();
        for (Happening happening : Timeline.happenings(petition, reached)) {
            if (happening.event() != null && happening.day() != null) {
                entries.addFirst(
                        new AtomFeed.Entry(
                                "urn:lyhord:" + id + ":" + happening.event() + ":" + entries.size(),
                                timeline.title(happening.event(), petition),
                                happening.day(),
                                publicUrl + page,
                                null));
            }
        }
        String hidden = petition.takeDown() == null ? "petition.hidden.title" : "takedown.title";
        String title = petition.title() == null ? text(hidden, locale) : petition.title();
        return answer(title, page, page + "/atom.xml", locale, entries);
    }

    private Stream<PetitionSummary> newest(Set<Standing> standings, Sort sort) {
        return petitions
                .list(new ListChoice("", standings, Set.of(), sort, 1), NEWEST)
                .items()
                .stream();
    }

    private AtomFeed.@Nullable Entry opened(PetitionSummary petition, Locale locale) {
        return petition.opensAt() == null
                ? null
                : new AtomFeed.Entry(
                        "urn:lyhord:" + petition.id() + ":OPENED",
                        text("atom.opened", locale, petition.title()),
                        dates.dayOf(petition.opensAt()),
                        publicUrl + "/forslag/" + petition.id(),
                        petition.summary());
    }

    private AtomFeed.@Nullable Entry answered(PetitionSummary petition, Locale locale) {
        return petition.decidedOn() == null || petition.outcome() == null
                ? null
                : new AtomFeed.Entry(
                        "urn:lyhord:" + petition.id() + ":OUTCOME",
                        text(
                                "atom.answered",
                                locale,
                                text("decision." + petition.outcome(), locale),
                                petition.title()),
                        petition.decidedOn(),
                        publicUrl + "/forslag/" + petition.id(),
                        petition.answer());
    }

    private ResponseEntity<String> answer(
            String title, String page, String self, Locale locale, List<AtomFeed.Entry> entries) {
        AtomFeed feed =
                new AtomFeed(
                        title,
                        publicUrl + page,
                        publicUrl + self,
                        text("atom.author", locale, municipality),
                        locale.getLanguage(),
                        entries);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic().staleIfError(Reader.USABLE))
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.COOKIE)
                .contentType(MediaType.APPLICATION_ATOM_XML)
                .body(feed.xml());
    }

    private String text(String key, Locale locale, Object... values) {
        return texts.getMessage(key, values, locale);
    }
}
