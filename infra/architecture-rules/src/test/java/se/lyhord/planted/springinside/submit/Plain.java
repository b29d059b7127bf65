package se.lyhord.planted.springinside.submit;

public record Plain(int value) {}
