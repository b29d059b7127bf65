package se.lyhord.petition.extend;

import java.time.Instant;
import java.util.UUID;

/** A time in which people could not vote, or may not have been able to. */
record Outage(UUID id, OutageCause cause, Instant from, Instant to, OutageState state) {}
