package se.lyhord.planted.springinside.close;

public record Plain(int value) {}
