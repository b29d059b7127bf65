package se.lyhord.planted.withlombok.submit;

import lombok.Marker;

@Marker
public class Planted {}
