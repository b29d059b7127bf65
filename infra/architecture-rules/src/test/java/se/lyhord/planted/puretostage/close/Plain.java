package se.lyhord.planted.puretostage.close;

public record Plain(int value) {}
