package se.lyhord.planted.localdatenow.order;

public record Plain(int value) {}
