package se.lyhord.planted.stagetopublished.published;

public record Plain(int value) {}
