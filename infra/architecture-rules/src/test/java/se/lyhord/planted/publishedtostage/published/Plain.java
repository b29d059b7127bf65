package se.lyhord.planted.publishedtostage.published;

public record Plain(int value) {}
