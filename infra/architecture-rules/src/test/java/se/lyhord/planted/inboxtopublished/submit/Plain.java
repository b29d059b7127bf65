package se.lyhord.planted.inboxtopublished.submit;

public record Plain(int value) {}
