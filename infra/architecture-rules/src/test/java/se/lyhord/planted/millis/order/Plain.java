package se.lyhord.planted.millis.order;

public record Plain(int value) {}
