package se.lyhord.planted.configtokafka.config;

import org.apache.kafka.clients.producer.ProducerRecord;

public record Planted(ProducerRecord<String, String> record) {}
