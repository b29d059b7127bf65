package se.lyhord.planted.stagetokafka.submit;

public record Plain(int value) {}
