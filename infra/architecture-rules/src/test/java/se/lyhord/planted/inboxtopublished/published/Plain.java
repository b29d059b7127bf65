package se.lyhord.planted.inboxtopublished.published;

public record Plain(int value) {}
