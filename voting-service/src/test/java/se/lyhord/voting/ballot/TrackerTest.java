package se.lyhord.voting.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackerTest {

    private static final String WRITTEN = "09af0123456789abcdef0123456789ab";

    @Test
    void isWrittenInOneWay() {
        assertThat(Tracker.isWritten(WRITTEN)).isTrue();
        assertThat(Tracker.parse(WRITTEN).written()).isEqualTo(WRITTEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "09af0123456789abcdef0123456789a",
                "09af0123456789abcdef0123456789abc",
                "09AF0123456789abcdef0123456789ab",
                "09ag0123456789abcdef0123456789ab",
                "/9af0123456789abcdef0123456789ab",
                ":9af0123456789abcdef0123456789ab",
                "`9af0123456789abcdef0123456789ab",
                "٠9af0123456789abcdef0123456789ab"
            })
    void nothingElseIsATracker(String text) {
        assertThat(Tracker.isWritten(text)).isFalse();
        assertThatThrownBy(() -> Tracker.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
