package se.lyhord.voting.config;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.lyhord.keyvault.Hmac;
import se.lyhord.keyvault.KeyVault;
import se.lyhord.voting.ballot.VoteAnswer;
import se.lyhord.voting.ballot.VoteRefusal;
import se.lyhord.voting.ballot.VoterHash;
import se.lyhord.voting.ballot.VoterPseudonym;

/** Knows a voter within one box, by the voter token: the only place where voter hashes are made. */
@Component
public class Voters {

    private final VoterTokens tokens;
    private final KeyVault salts;
    private final BoxRegister boxes;

    Voters(VoterTokens tokens, KeyVault salts, BoxRegister boxes) {
        this.tokens = tokens;
        this.salts = salts;
        this.boxes = boxes;
    }

    /** Who it is, if the box can still tell. */
    public sealed interface Voter {

        /** The voter's stream in this box. */
        record Known(VoterHash hash) implements Voter {}

        /** There is no box, or nobody can be told apart in it any more. */
        record Gone(VoteAnswer.Refused answer) implements Voter {}
    }

    /**
     * The voter of a request.
     *
     * @throws VoterTokens.BadVoterToken if the request carries no valid voter token
     * @throws se.lyhord.keyvault.VaultUnavailableException if the vault cannot be read
     */
    public Voter of(@Nullable String authorization, UUID petition) {
        return of(tokens.verify(authorization, petition), petition);
    }

    /**
     * The voter whose token stands in a list of many.
     *
     * @throws VoterTokens.BadVoterToken if it is no valid voter token
     * @throws se.lyhord.keyvault.VaultUnavailableException if the vault cannot be read
     */
    public Voter ofToken(@Nullable String token, UUID petition) {
        return of(tokens.verifyToken(token, petition), petition);
    }

    private Voter of(VoterPseudonym pseudonym, UUID petition) {
        return switch (salts.hmac(petition, pseudonym.bytes())) {
            case Hmac.Mac mac -> new Voter.Known(new VoterHash(mac.bytes()));
            case Hmac.Unknown unknown ->
                    new Voter.Gone(new VoteAnswer.Refused(VoteRefusal.NO_BALLOT_BOX, null));
            case Hmac.Shredded shredded -> closed(petition);
            case Hmac.Lost lost -> closed(petition);
        };
    }

    private Voter closed(UUID petition) {
        return new Voter.Gone(
                new VoteAnswer.Refused(
                        VoteRefusal.CLOSED,
                        boxes.find(petition).map(BoxRow::closesAt).orElse(null)));
    }
}
