package se.lyhord.planted.withlombok.order;

public record Plain(int value) {}
