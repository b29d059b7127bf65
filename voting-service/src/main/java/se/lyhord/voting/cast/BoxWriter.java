package se.lyhord.voting.cast;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import se.lyhord.voting.ballot.BoxTerms;
import se.lyhord.voting.ballot.Tracker;
import se.lyhord.voting.ballot.VoteAnswer;
import se.lyhord.voting.ballot.VoteDecision;
import se.lyhord.voting.ballot.VoteEvent;
import se.lyhord.voting.ballot.VoteRefusal;
import se.lyhord.voting.ballot.VoterHash;
import se.lyhord.voting.ballot.VoterState;
import se.lyhord.voting.ballot.VotingRules;
import se.lyhord.voting.config.VoteTable;

/**
 * Decides one box's commands on their voters' streams and appends the events: first votes, then the
 * rest, both in hash order, so that two groups cannot wait for each other.
 */
final class BoxWriter {

    private final Connection connection;
    private final VoteTable table;
    private final BoxTerms terms;
    private final List<VoterHash> hashes = new ArrayList<>();
    private final List<VoteEvent> events = new ArrayList<>();

    /**
     * @param connection in a transaction that holds the box's shared lock
     * @param terms of a box that is readable
     */
    BoxWriter(Connection connection, UUID petition, BoxTerms terms) {
        this.connection = connection;
        this.table = VoteTable.of(petition);
        this.terms = terms;
    }

    /**
     * Decides and appends.
     *
     * @param answers gets the answers, to be given after the commit
     * @return whether anything was appended
     */
    boolean write(SortedMap<VoterHash, List<Waiting>> voters, Map<Waiting, VoteAnswer> answers)
            throws SQLException {
        Set<VoterHash> begun = appendFirstVotes(voters);
        var others = new TreeMap<VoterHash, List<Waiting>>();
        voters.forEach(
                (voter, commands) -> {
                    if (commands.size() == 1 && begun.contains(voter)) {
                        answers.put(commands.getFirst(), new VoteAnswer.Done());
                    } else {
                        others.put(voter, commands);
                    }
                });
        if (!others.isEmpty()) {
            decideOnStreams(others, answers);
            append();
        }
        return !begun.isEmpty() || !events.isEmpty();
    }

    /**
     * Most votes are the voter's first. What would be decided on an empty stream is appended
     * without reading it; the keys let that stand only if the stream is empty and the tracker new.
     *
     * @return the voters whose first vote it was; of the others nothing is appended
     */
    private Set<VoterHash> appendFirstVotes(SortedMap<VoterHash, List<Waiting>> voters)
            throws SQLException {
        var firstVoters = new ArrayList<byte[]>();
        var trackers = new ArrayList<byte[]>();
        for (var voter : voters.entrySet()) {
            var first = voter.getValue().getFirst().command();
            if (VotingRules.decide(terms, VoterState.EMPTY, first, false)
                    instanceof VoteDecision.Append(VoteEvent event)) {
                firstVoters.add(voter.getKey().bytes());
                trackers.add(event.tracker().bytes());
            }
        }
        var begun = new HashSet<VoterHash>();
        if (firstVoters.isEmpty()) {
            return begun;
        }
        try (PreparedStatement insert = connection.prepareStatement(table.appendFirstVotes())) {
            insert.setArray(1, bytes(firstVoters.toArray(byte[][]::new)));
            insert.setArray(2, bytes(trackers.toArray(byte[][]::new)));
            try (var rows = insert.executeQuery()) {
                while (rows.next()) {
                    begun.add(new VoterHash(rows.getBytes(1)));
                }
            }
        }
        return begun;
    }

    private void decideOnStreams(
            SortedMap<VoterHash, List<Waiting>> voters, Map<Waiting, VoteAnswer> answers)
            throws SQLException {
        var streams = new HashMap<VoterHash, VoterState>();
        var taken = new HashSet<Tracker>();
        read(voters, streams, taken);
        for (var voter : voters.entrySet()) {
            VoterState state = streams.getOrDefault(voter.getKey(), VoterState.EMPTY);
            for (Waiting waiting : voter.getValue()) {
                var command = waiting.command();
                var decision =
                        VotingRules.decide(
                                terms, state, command, taken.contains(command.tracker()));
                answers.put(waiting, answer(decision));
                if (decision instanceof VoteDecision.Append(VoteEvent event)) {
                    hashes.add(voter.getKey());
                    events.add(event);
                    state = state.after(event);
                    taken.add(event.tracker());
                }
            }
        }
    }

    private VoteAnswer answer(VoteDecision decision) {
        return switch (decision) {
            case VoteDecision.Append append -> new VoteAnswer.Done();
            case VoteDecision.DoneBefore before -> new VoteAnswer.Done();
            case VoteDecision.Refused refused ->
                    new VoteAnswer.Refused(
                            refused.refusal(),
                            refused.refusal() == VoteRefusal.CLOSED ? terms.closesAt() : null);
        };
    }

    private void read(
            SortedMap<VoterHash, List<Waiting>> voters,
            Map<VoterHash, VoterState> streams,
            Set<Tracker> taken)
            throws SQLException {
        byte[][] asked =
                voters.values().stream()
                        .flatMap(List::stream)
                        .map(waiting -> waiting.command().tracker())
                        .distinct()
                        .map(Tracker::bytes)
                        .toArray(byte[][]::new);
        try (PreparedStatement select =
                connection.prepareStatement(table.streamsAndTakenTrackers())) {
            select.setArray(
                    1,
                    bytes(voters.keySet().stream().map(VoterHash::bytes).toArray(byte[][]::new)));
            select.setArray(2, bytes(asked));
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    byte[] hash = rows.getBytes(1);
                    if (hash == null) {
                        taken.add(Tracker.of(rows.getBytes(4)));
                        continue;
                    }
                    var event = VoteRows.event(rows.getInt(2), rows.getString(3), rows.getBytes(4));
                    streams.merge(
                            new VoterHash(hash),
                            VoterState.EMPTY.after(event),
                            (before, first) -> before.after(event));
                }
            }
        }
    }

    private void append() throws SQLException {
        if (events.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(table.append())) {
            insert.setArray(1, bytes(hashes.stream().map(VoterHash::bytes).toArray(byte[][]::new)));
            insert.setArray(
                    2,
                    connection.createArrayOf(
                            "int4", events.stream().map(VoteEvent::sequence).toArray()));
            insert.setArray(
                    3,
                    connection.createArrayOf(
                            "text", events.stream().map(VoteRows::name).toArray()));
            insert.setArray(
                    4,
                    bytes(
                            events.stream()
                                    .map(event -> event.tracker().bytes())
                                    .toArray(byte[][]::new)));
            insert.executeUpdate();
        }
    }

    private java.sql.Array bytes(byte[][] values) throws SQLException {
        return connection.createArrayOf("bytea", values);
    }
}
