package se.lyhord.planted.millis.close;

public record Plain(int value) {}
