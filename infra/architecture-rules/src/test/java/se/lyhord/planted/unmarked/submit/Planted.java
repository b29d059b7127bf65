package se.lyhord.planted.unmarked.submit;

public class Planted {}
