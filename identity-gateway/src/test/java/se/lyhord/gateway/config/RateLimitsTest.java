package se.lyhord.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private final TestClock clock = new TestClock(Instant.parse("2026-11-23T12:00:00Z"));
    private final RateLimits limits = new RateLimits(clock);

    @Test
    void anAddressMayDoSoMuchInAWindow() {
        assertThat(limits.permits("a", "192.0.2.1", 2)).isTrue();
        assertThat(limits.permits("a", "192.0.2.1", 2)).isTrue();
        assertThat(limits.permits("a", "192.0.2.1", 2)).isFalse();

        assertThat(limits.permits("b", "192.0.2.1", 2)).isTrue();
        assertThat(limits.permits("a", "192.0.2.2", 2)).isTrue();
    }

    @Test
    void theNextWindowKnowsNothingOfThis() {
        assertThat(limits.permits("a", "192.0.2.1", 1)).isTrue();
        assertThat(limits.permits("a", "192.0.2.1", 1)).isFalse();

        clock.advance(RateLimits.WINDOW);

        assertThat(limits.permits("a", "192.0.2.1", 1)).isTrue();
    }

    @Test
    void aSubscriberWithIpv6IsCountedAsOne() {
        assertThat(limits.permits("a", "2001:db8:1:2::1", 1)).isTrue();
        assertThat(limits.permits("a", "2001:db8:1:2:ffff::9", 1)).isFalse();
        assertThat(limits.permits("a", "2001:db8:1:3::1", 1)).isTrue();
    }
}
