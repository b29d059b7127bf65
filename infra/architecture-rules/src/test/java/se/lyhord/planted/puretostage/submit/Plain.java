package se.lyhord.planted.puretostage.submit;

public record Plain(int value) {}
