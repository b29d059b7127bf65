package se.lyhord.planted.configtokafka.order;

public record Plain(int value) {}
