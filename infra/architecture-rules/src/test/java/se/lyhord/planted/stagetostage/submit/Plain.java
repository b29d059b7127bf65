package se.lyhord.planted.stagetostage.submit;

public record Plain(int value) {}
