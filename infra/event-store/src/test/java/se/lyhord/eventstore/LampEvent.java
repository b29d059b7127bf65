package se.lyhord.eventstore;

/** What happened to a lamp, the aggregate of these tests. */
sealed interface LampEvent {

    String lamp();

    record LampInstalled(String lamp) implements LampEvent {}

    record LampLit(String lamp, int brightness) implements LampEvent {}
}
