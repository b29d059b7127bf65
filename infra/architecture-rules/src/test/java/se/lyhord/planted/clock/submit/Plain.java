package se.lyhord.planted.clock.submit;

public record Plain(int value) {}
