package se.lyhord.planted.instantnow.order;

import java.time.Instant;

public class Planted {

    public Instant time() {
        return Instant.now();
    }
}
