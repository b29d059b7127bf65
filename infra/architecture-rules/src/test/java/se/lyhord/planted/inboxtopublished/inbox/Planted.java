package se.lyhord.planted.inboxtopublished.inbox;

import se.lyhord.planted.inboxtopublished.published.Plain;

public record Planted(Plain other) {}
