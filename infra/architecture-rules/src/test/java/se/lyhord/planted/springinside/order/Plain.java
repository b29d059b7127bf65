package se.lyhord.planted.springinside.order;

public record Plain(int value) {}
