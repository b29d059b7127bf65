package se.lyhord.planted.localdatenow.close;

public record Plain(int value) {}
