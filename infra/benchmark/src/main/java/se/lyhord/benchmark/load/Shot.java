package se.lyhord.benchmark.load;

/**
 * One request and what to do with its answer.
 *
 * @param request as it goes over the wire
 * @param votes how many votes it carries
 * @param answered is called in the load's own thread
 */
public record Shot(byte[] request, int votes, Answered answered) {

    /** Takes an answer. */
    @FunctionalInterface
    public interface Answered {
        /**
         * Notes it.
         *
         * @param answer status 0 means that none came
         * @param nanos how long it took
         */
        void note(Answer answer, long nanos);
    }
}
