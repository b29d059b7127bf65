package se.lyhord.forensics.attack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Links people to votes by time: the attacker knows when everybody logged in, and how long people
 * take from there to their vote.
 */
public final class Linkage {

    private Linkage() {}

    /**
     * Somebody who logged in.
     *
     * @param person whoever it is
     * @param at microseconds on a clock
     */
    public record Login(String person, long at) {}

    /**
     * A vote whose time has been found.
     *
     * @param tracker which it is
     * @param at microseconds on the same clock
     */
    public record Vote(String tracker, long at) {}

    /**
     * Whose vote is whose, judged by times: the pair whose delay is nearest to the median on a
     * logarithmic scale first.
     *
     * @param median delay from login to vote, in microseconds
     * @return tracker by person
     */
    public static Map<String, String> byTime(List<Login> logins, List<Vote> votes, long median) {
        record Pair(Login login, Vote vote, double surprise) {}
        List<Pair> pairs = new ArrayList<>();
        for (Login login : logins) {
            for (Vote vote : votes) {
                long delay = vote.at() - login.at();
                if (delay > 0) {
                    double surprise = Math.abs(Math.log((double) delay / median));
                    pairs.add(new Pair(login, vote, surprise));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::surprise));
        Map<String, String> guesses = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (Pair pair : pairs) {
            String person = pair.login().person();
            if (!guesses.containsKey(person) && taken.add(pair.vote().tracker())) {
                guesses.put(person, pair.vote().tracker());
            }
        }
        return guesses;
    }

    /**
     * Whose vote is whose, judged by order alone: the first to log in voted first.
     *
     * @param trackers in the order in which they were found
     * @return tracker by person
     */
    public static Map<String, String> byOrder(List<Login> logins, List<String> trackers) {
        List<Login> inOrder = logins.stream().sorted(Comparator.comparingLong(Login::at)).toList();
        Map<String, String> guesses = new HashMap<>();
        for (int i = 0; i < Math.min(inOrder.size(), trackers.size()); i++) {
            guesses.put(inOrder.get(i).person(), trackers.get(i));
        }
        return guesses;
    }

    /**
     * How often the guesses are right.
     *
     * @param truth tracker by person
     * @return from 0 to 1, of everybody
     */
    public static double success(Map<String, String> guesses, Map<String, String> truth) {
        long right =
                truth.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(guesses.get(entry.getKey())))
                        .count();
        return (double) right / truth.size();
    }
}
