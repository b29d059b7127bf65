package se.lyhord.planted.puretostage.order;

public record Plain(int value) {}
