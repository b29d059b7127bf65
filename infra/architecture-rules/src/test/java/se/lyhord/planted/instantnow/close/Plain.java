package se.lyhord.planted.instantnow.close;

public record Plain(int value) {}
