package se.lyhord.benchmark.load;

import java.util.function.Consumer;

/**
 * One request and what to do with its answer.
 *
 * @param request as it goes over the wire
 * @param votes how many votes it carries
 * @param answered is called in the load's own thread; status 0 means that none came
 */
public record Shot(byte[] request, int votes, Consumer<Answer> answered) {}
