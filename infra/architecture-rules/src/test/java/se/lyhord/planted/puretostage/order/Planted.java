package se.lyhord.planted.puretostage.order;

import se.lyhord.planted.puretostage.submit.Plain;

public record Planted(Plain other) {}
