package se.lyhord.planted.clock.order;

public record Plain(int value) {}
