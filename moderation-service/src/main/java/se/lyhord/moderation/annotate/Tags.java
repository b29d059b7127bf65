package se.lyhord.moderation.annotate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tags as typed: words with commas between them. */
final class Tags {

    private static final int MOST = 10;
    private static final Pattern TAG = Pattern.compile("[\\p{L}\\d][\\p{L}\\d -]{0,29}");

    private Tags() {}

    /** The tags in small letters, or empty when they are too many or one cannot be a tag. */
    static Optional<SortedSet<String>> read(String typed) {
        var tags =
                Arrays.stream(typed.split(","))
                        .map(tag -> tag.strip().toLowerCase(Locale.ROOT))
                        .filter(tag -> !tag.isEmpty())
                        .collect(Collectors.toCollection(TreeSet::new));
        return tags.size() <= MOST && tags.stream().allMatch(tag -> TAG.matcher(tag).matches())
                ? Optional.of(tags)
                : Optional.empty();
    }
}
