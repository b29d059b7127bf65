package se.lyhord.planted.unmarked.submit;

public record Plain(int value) {}
