package se.lyhord.planted.clock.order;

import java.time.Clock;

public class Planted {

    public Clock clock() {
        return Clock.systemUTC();
    }
}
