package se.lyhord.planted.sound.inbox;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import se.lyhord.planted.sound.close.Close;

public record Inbox(ConsumerRecord<String, Close> record) {}
