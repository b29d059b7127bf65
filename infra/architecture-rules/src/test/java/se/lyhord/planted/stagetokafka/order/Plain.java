package se.lyhord.planted.stagetokafka.order;

public record Plain(int value) {}
