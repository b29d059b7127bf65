package se.lyhord.planted.localdatenow.submit;

public record Plain(int value) {}
