package se.lyhord.moderation.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.lyhord.moderation.review.PetitionText;
import se.lyhord.moderation.review.Redaction;
import se.lyhord.moderation.review.Redaction.Field;
import se.lyhord.moderation.review.RedactionKind;

/**
 * A petition's text with the places that may have to be hidden: what a machine suggests, and what
 * the moderator has marked.
 *
 * @param marks in the order of the text, none over another
 */
record MarkedText(PetitionText text, List<Mark> marks) {

    /**
     * One place.
     *
     * @param number 1, 2, 3… as shown beside it
     * @param masked whether it is to be hidden
     */
    record Mark(int number, Redaction place, String content, boolean masked) {}

    /** A stretch of text, at a mark or between two. */
    record Part(String text, @Nullable Mark mark) {}

    static MarkedText of(PetitionText text, List<Redaction> masked) {
        var fitting =
                masked.stream()
                        .filter(place -> place.end() <= place.field().of(text).length())
                        .toList();
        var suggested =
                Redaction.suggestions(text).stream()
                        .filter(place -> fitting.stream().noneMatch(place::overlaps));
        var places =
                Stream.concat(fitting.stream(), suggested).sorted(Redaction.inOrder()).toList();
        var marks = new ArrayList<Mark>();
        for (var place : places) {
            if (marks.stream().noneMatch(mark -> mark.place().overlaps(place))) {
                marks.add(
                        new Mark(
                                marks.size() + 1,
                                place,
                                place.field().of(text).substring(place.start(), place.end()),
                                fitting.contains(place)));
            }
        }
        return new MarkedText(text, List.copyOf(marks));
    }

    /** Everywhere the words stand and are not hidden yet. */
    List<Redaction> places(String words, RedactionKind kind) {
        var found = new ArrayList<Redaction>();
        for (var field : Field.values()) {
            var content = field.of(text);
            for (var at = content.indexOf(words);
                    at >= 0;
                    at = content.indexOf(words, at + words.length())) {
                var place = new Redaction(field, at, at + words.length(), kind);
                if (masked().stream().noneMatch(place::overlaps)) {
                    found.add(place);
                }
            }
        }
        return found;
    }

    /** The places that are to be hidden. */
    List<Redaction> masked() {
        return marks.stream().filter(Mark::masked).map(Mark::place).toList();
    }

    /** The title, cut at its marks. */
    public List<Part> titleParts() {
        return parts(Field.TITLE);
    }

    /** The text, cut at its marks. */
    public List<Part> textParts() {
        return parts(Field.TEXT);
    }

    private List<Part> parts(Field field) {
        var content = field.of(text);
        var parts = new ArrayList<Part>();
        var from = 0;
        for (var mark : marks) {
            if (mark.place().field() == field) {
                parts.add(new Part(content.substring(from, mark.place().start()), null));
                parts.add(new Part(mark.content(), mark));
                from = mark.place().end();
            }
        }
        parts.add(new Part(content.substring(from), null));
        return parts;
    }
}
