package se.lyhord.planted.inboxtopublished.order;

public record Plain(int value) {}
