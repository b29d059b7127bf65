package se.lyhord.planted.stagetopublished.close;

public record Plain(int value) {}
