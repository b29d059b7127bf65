package se.lyhord.planted.springinside.order;

import org.springframework.stereotype.Component;

@Component
public class Planted {}
