package se.lyhord.planted.publishedtostage.order;

public record Plain(int value) {}
