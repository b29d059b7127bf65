package se.lyhord.planted.withlombok.submit;

public record Plain(int value) {}
