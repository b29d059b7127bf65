package se.lyhord.planted.configtokafka.close;

public record Plain(int value) {}
