package se.lyhord.planted.stagetopublished.submit;

public record Plain(int value) {}
