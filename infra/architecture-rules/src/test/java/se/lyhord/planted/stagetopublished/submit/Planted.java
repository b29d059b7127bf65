package se.lyhord.planted.stagetopublished.submit;

import se.lyhord.planted.stagetopublished.published.Plain;

public record Planted(Plain other) {}
