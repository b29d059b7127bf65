package se.lyhord.planted.sound.published;

import org.apache.kafka.clients.producer.ProducerRecord;
import se.lyhord.planted.sound.order.Order;

public record Publisher(ProducerRecord<String, Order> record) {}
