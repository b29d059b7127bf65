package se.lyhord.planted.stagetostage.submit;

import se.lyhord.planted.stagetostage.close.Plain;

public record Planted(Plain other) {}
