package se.lyhord.tally.tally;

import java.util.UUID;

/**
 * What the voting service stated when it fenced a box.
 *
 * @param petition the petition
 * @param cut the exact number of votes in the box
 * @param digest SHA-256 of the tracker list, in lower-case hexadecimal
 */
public record BallotBoxFence(UUID petition, long cut, String digest) {

    /**
     * The recount, if it is what the fence stated.
     *
     * @throws ListRefused if count or digest differ: then no key may be shredded
     */
    public FinalTally agree(FinalTally recounted) {
        if (recounted.count() != cut) {
            throw new ListRefused("recounted " + recounted.count() + ", stated " + cut);
        }
        if (!recounted.digest().equals(digest)) {
            throw new ListRefused("the digest is another than stated");
        }
        return recounted;
    }
}
