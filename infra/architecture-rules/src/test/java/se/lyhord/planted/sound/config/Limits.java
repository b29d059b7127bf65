package se.lyhord.planted.sound.config;

public record Limits(int most) {}
