package se.lyhord.planted.instantnow.order;

public record Plain(int value) {}
