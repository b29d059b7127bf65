package se.lyhord.planted.stagetostage.order;

public record Plain(int value) {}
