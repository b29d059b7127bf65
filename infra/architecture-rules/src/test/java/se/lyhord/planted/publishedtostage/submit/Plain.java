package se.lyhord.planted.publishedtostage.submit;

public record Plain(int value) {}
