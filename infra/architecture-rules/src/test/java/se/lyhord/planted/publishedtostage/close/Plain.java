package se.lyhord.planted.publishedtostage.close;

public record Plain(int value) {}
