package se.lyhord.planted.optionalfield.submit;

public record Plain(int value) {}
