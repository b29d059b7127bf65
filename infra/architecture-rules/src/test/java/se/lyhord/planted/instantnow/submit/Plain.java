package se.lyhord.planted.instantnow.submit;

public record Plain(int value) {}
