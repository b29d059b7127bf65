package se.lyhord.planted.optionalfield.order;

public record Plain(int value) {}
