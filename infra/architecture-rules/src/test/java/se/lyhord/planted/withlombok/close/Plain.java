package se.lyhord.planted.withlombok.close;

public record Plain(int value) {}
