package se.lyhord.planted.stagetopublished.order;

public record Plain(int value) {}
