package se.lyhord.faults.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import se.lyhord.local.run.LocalSystem;
import se.lyhord.local.run.Service;

/** Speaks to the instances of the voting service as the gateway does. */
public final class VotingClient {

    private static final Duration LIMIT = Duration.ofSeconds(4);

    private final List<String> instances = new ArrayList<>();
    private final VoterTokens tokens;
    private final Map<Integer, LongAdder> statuses = new ConcurrentSkipListMap<>();
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();

    /**
     * @param system a system that has been started
     */
    public VotingClient(LocalSystem system) {
        for (int number = 1; number <= system.plan().instancesOf(Service.VOTING); number++) {
            instances.add("http://127.0.0.1:" + system.plan().ports().of(Service.VOTING, number));
        }
        this.tokens = new VoterTokens(system.voterTokenKeys(), Clock.systemUTC());
    }

    /** How many instances there are, numbered from 0. */
    public int instances() {
        return instances.size();
    }

    /** How often each HTTP status was answered; 0 stands for no answer. */
    public Map<Integer, LongAdder> statuses() {
        return statuses;
    }

    /** Asks an instance to take a vote. */
    public Answer cast(int instance, UUID petition, Voter voter, Ballot ballot) {
        ballot.casting();
        Answer answer = send(instance, petition, "votes", voter, ballot);
        ballot.cast(answer);
        return answer;
    }

    /** Asks an instance to take a vote back. */
    public Answer withdraw(int instance, UUID petition, Voter voter, Ballot ballot) {
        ballot.withdrawing();
        Answer answer = send(instance, petition, "withdrawals", voter, ballot);
        ballot.withdrawn(answer);
        return answer;
    }

    /** Somebody new asks when all is over. */
    public Answer castLate(int instance, UUID petition) {
        Voter voter = new Voter();
        return cast(instance, petition, voter, voter.newBallot());
    }

    private Answer send(int instance, UUID petition, String act, Voter voter, Ballot ballot) {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        instances.get(instance)
                                                + "/api/v1/petitions/"
                                                + petition
                                                + "/"
                                                + act))
                        .timeout(LIMIT)
                        .header("Content-Type", "application/json")
                        .header(
                                "Authorization",
                                "Voter " + tokens.token(petition, voter.pseudonym()))
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "{\"tracker\":\"" + ballot.tracker() + "\"}"))
                        .build();
        int status = status(request);
        statuses.computeIfAbsent(status, first -> new LongAdder()).increment();
        return Answer.of(status);
    }

    private int status(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
