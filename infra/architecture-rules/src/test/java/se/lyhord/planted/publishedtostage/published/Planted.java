package se.lyhord.planted.publishedtostage.published;

import se.lyhord.planted.publishedtostage.submit.Plain;

public record Planted(Plain other) {}
