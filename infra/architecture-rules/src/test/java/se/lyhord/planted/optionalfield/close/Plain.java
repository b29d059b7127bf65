package se.lyhord.planted.optionalfield.close;

public record Plain(int value) {}
