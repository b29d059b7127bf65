package se.lyhord.planted.configtokafka.submit;

public record Plain(int value) {}
