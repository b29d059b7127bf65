package se.lyhord.planted.sound.close;

import se.lyhord.planted.sound.order.Order;

public record Close(Order order) {}
