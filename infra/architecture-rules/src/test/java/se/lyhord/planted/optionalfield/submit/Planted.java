package se.lyhord.planted.optionalfield.submit;

import java.util.Optional;

public record Planted(Optional<String> name) {}
