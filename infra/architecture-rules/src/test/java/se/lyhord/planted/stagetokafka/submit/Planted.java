package se.lyhord.planted.stagetokafka.submit;

import org.apache.kafka.clients.producer.ProducerRecord;

public record Planted(ProducerRecord<String, String> record) {}
