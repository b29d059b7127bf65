package se.lyhord.gateway.pseudonym;

/**
 * What opens the voting service for one person, one petition and a minute.
 *
 * @param text {@code v1.<kid>.<petitionId>.<expires>.<pseudonym>.<mac>}; the last two in base64url
 */
public record VoterToken(String text) {

    @Override
    public String toString() {
        return "VoterToken[redacted]";
    }
}
