package se.lyhord.planted.sound.order;

import java.time.Instant;

public record Order(String id, Instant placedAt) {}
