package se.lyhord.planted.clock.close;

public record Plain(int value) {}
