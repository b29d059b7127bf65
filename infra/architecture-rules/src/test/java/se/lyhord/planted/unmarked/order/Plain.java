package se.lyhord.planted.unmarked.order;

public record Plain(int value) {}
