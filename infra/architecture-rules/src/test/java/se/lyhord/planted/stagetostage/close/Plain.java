package se.lyhord.planted.stagetostage.close;

public record Plain(int value) {}
