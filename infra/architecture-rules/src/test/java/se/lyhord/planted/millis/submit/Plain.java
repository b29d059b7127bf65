package se.lyhord.planted.millis.submit;

public record Plain(int value) {}
