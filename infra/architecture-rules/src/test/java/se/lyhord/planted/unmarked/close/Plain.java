package se.lyhord.planted.unmarked.close;

public record Plain(int value) {}
