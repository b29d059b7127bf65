package se.lyhord.planted.inboxtopublished.close;

public record Plain(int value) {}
