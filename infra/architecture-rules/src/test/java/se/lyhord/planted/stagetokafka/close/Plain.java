package se.lyhord.planted.stagetokafka.close;

public record Plain(int value) {}
