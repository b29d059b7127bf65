/*
 * The close protocol of one petition: from the first vote to the certificate, under crashes, lost
 * answers, redelivery, clocks that disagree or step back, and restored copies.
 *
 * A process is a service or a voter's request. An atomic step is one database transaction, one
 * durable vault operation or one record appended to Kafka; a crash can come between any two.
 * README.md says which class each step stands for, and what the invariants mean.
 *
 * Without macros this is the protocol as it is built. Each macro named in ./check takes one guard
 * away, and the model must then break. (Promela ends a statement at the end of a line where it can:
 * an operator goes last on its line, not first.)
 */

/* Invariants by name; never true. Spin prints the text of an assertion that fails, name and all. */
hidden byte I1, I2, I3, I4, I5, I6, I7, I9, I10, ENDS, NUMBERS;
#define HOLDS(invariant, truth) assert((truth) || invariant)

/* ---------- votes ---------- */

/* Trackers, one bit each. Ann votes; Bo votes, withdraws and votes again; Cleo has two phones. */
#define ANN    1
#define BO     2
#define BO_2   4
#define CLEO   8
#define CLEO_2 16

#define OF_ANN  ANN
#define OF_BO   (BO | BO_2)
#define OF_CLEO (CLEO | CLEO_2)

#define ONE_OF(set, a, b) (((set) & ((a) | (b))) != ((a) | (b)))

/* ---------- petition-service: its event store, which is its topic ---------- */

byte petitionRevision = 1;
bool petitionClosed;

/* ---------- voting-service: its database ---------- */

#define NONE     0
#define OPEN     1
#define FENCING  2
#define FENCED   3
#define SHREDDED 4
#define PURGED   5

byte box = NONE;
bool suspended;      /* of an open box: SUSPENDED; the petition is taken down for now */
byte boxRevision;
bool past;           /* by this database's clock the deadline of that revision has passed */
byte closeRevision;  /* as PetitionClosed named it */
byte heardPetition;  /* inbox position in the topic petitions */
bool ordered;        /* the order to shred is noted */
bool forgotten;      /* given up after a restore */
byte cut;            /* trackers of the list: count and digest in one */
byte forwarded;      /* how many of the box's events are published */
byte published;      /* number of the one published last */
byte cast;           /* VoteCast, by tracker */
byte withdrawn;      /* VoteWithdrawn, by tracker */
bool dropped;        /* the vote table */
bool walGone;        /* the log it stood in */

#define COUNTED     (cast & ~withdrawn)
#define READABLE    (box >= OPEN && box <= FENCED)

/* The box's advisory lock. */
byte shared;         /* vote transactions that hold it */
byte exclusive;      /* 0 free, 1 waited for, 2 held by the fence */
byte counting;       /* what the fence has read under the lock */

/* Keys: in the vault of the voting service, and in that of the gateway. */
#define ALIVE 1
#define DEAD  2
byte salt = NONE;
byte key = NONE;

/* ---------- topics that others write ---------- */

/* Number of the last record, and what each says. Nobody here listens to BallotBoxOpened; it is taken
   as told and heard. */
#define BOX_OPENED    1
#define BOX_FENCED    2
#define SALT_SHREDDED 3
#define BOX_PURGED    4
byte votingTopic = 1;
byte told[8];        /* by number; from 2 */
bool keyCreatedTold, keyShreddedTold;  /* topic keys */

/* ---------- tally-projector: its database; a downloaded file is volatile ---------- */

byte heardVoting = 1, heardKeys;
bool heardShredded, heardPurged;
bool file;
byte fileList;
bool stored;
byte storedList;
bool final;
byte finalList;
bool finalTold;      /* TallyFinalized is out */
bool certificate;
bool certified;      /* PetitionCertified is out */

/* ---------- identity-gateway: all volatile but the vault ---------- */

bool agreed;         /* the vault was found to agree with what was told of it */
bool heardOpened, heardFinal;

/* ---------- the world ---------- */

bool turbulent = true;   /* things go wrong; once it is false they do no more */
bool staleWithdrawal;    /* a copy of Bo's withdrawal is on its way */
byte answered;           /* voters' requests that have had their last answer */

/* ---------- for the invariants alone ---------- */

byte acknowledged;       /* trackers of votes whose voters were told that they count */
byte takenBack;          /* trackers of votes whose voters were told that they do not */
byte asked;              /* trackers whose withdrawal was asked and not refused */
bool saltDied;           /* the salt has been destroyed once */
bool voteDatabaseRestored, voteVaultRestored;
#ifdef ZERO_LAG
byte lastCount;          /* VotesCounted, latest wins */
#endif

/* ---------- one command of one voter ---------- */

#define CAST     0
#define WITHDRAW 1

#define REFUSE 0
#define DONE   1
#define APPEND 2

/* A voter's stream, as far as it can be told from another: which sequence comes next. */
#define STREAM(own) (((cast & (own)) << 5) | (withdrawn & (own)))

#define TAKES_NONE (box != OPEN || suspended)
#define IS_CLOSED (TAKES_NONE || past)

/* VotingRules.decide on terms and stream. */
inline decide(kind, tracker, own) {
  if :: kind == WITHDRAW -> asked = asked | tracker :: else fi;
  if
  :: kind == CAST && READABLE && (COUNTED & tracker) -> decision = DONE
#ifndef WITHDRAW_ANY
  :: kind == WITHDRAW && READABLE && (withdrawn & tracker) -> decision = DONE
#endif
  :: else ->
    if
    :: seenClosed -> decision = REFUSE
    :: !seenClosed && kind == CAST && !(COUNTED & (own)) && !(cast & tracker) -> decision = APPEND
#ifdef WITHDRAW_ANY
    :: !seenClosed && kind == WITHDRAW && (COUNTED & (own)) -> decision = APPEND
#else
    :: !seenClosed && kind == WITHDRAW && (COUNTED & tracker) -> decision = APPEND
#endif
    :: else -> decision = REFUSE
    fi
  fi;
  if :: decision == APPEND -> stream = STREAM(own) :: else fi;
  seenClosed = false
}

/* The insert: primary key (voter hash, sequence), unique tracker. */
inline append(kind, tracker, own) {
  HOLDS(I5, !TAKES_NONE);
  HOLDS(I4, !final);
  if
  :: kind == CAST -> cast = cast | tracker
  :: kind == WITHDRAW ->
#ifdef WITHDRAW_ANY
    withdrawn = withdrawn | (COUNTED & (own))
#else
    withdrawn = withdrawn | tracker
#endif
  fi;
  HOLDS(I2, ONE_OF(COUNTED, BO, BO_2) && ONE_OF(COUNTED, CLEO, CLEO_2))
}

inline answerDone(kind, tracker) {
  if
  :: kind == CAST ->
    acknowledged = acknowledged | tracker;
    HOLDS(I1, !final || (finalList & tracker))
  :: kind == WITHDRAW ->
    takenBack = takenBack | tracker;
    HOLDS(I1, !final || !(finalList & tracker))
  fi
}

#ifdef NO_DEDUP
#define CONFLICT(own) false
#else
#define CONFLICT(own) (stream != STREAM(own))
#endif

inline forget() { decision = REFUSE; stream = 0; seenClosed = false }

/* The answer to what appends nothing. */
inline answer(kind, tracker) {
  if
  :: decision == DONE -> answerDone(kind, tracker)
  :: decision == REFUSE && kind == WITHDRAW && !staleWithdrawal -> asked = asked & ~tracker
  :: else
  fi;
  forget()
}

/* State, clock and stream. What has nothing to append is over when it has read. */
inline read(kind, tracker, own, last) {
  seenClosed = IS_CLOSED;
  decide(kind, tracker, own);
  if
  :: decision != APPEND ->
    shared--; answer(kind, tracker); answered = answered + last; break
  :: else
  fi
}

inline commit(kind, tracker, own, last) {
  if
#ifdef ACK_BEFORE_COMMIT
  :: atomic { decision == APPEND -> answerDone(kind, tracker) };
     if
     :: atomic { !CONFLICT(own) ->
          append(kind, tracker, own); shared--; forget(); answered = answered + last; break }
     :: atomic { turbulent || CONFLICT(own) ->
          shared--; forget(); answered = answered + last; break }
     fi
#else
  :: atomic { decision == APPEND && !CONFLICT(own) ->
       append(kind, tracker, own); shared--;
       answerDone(kind, tracker); forget(); answered = answered + last; break }
  /* Another group was faster. */
  :: atomic { decision == APPEND && CONFLICT(own) -> shared--; forget() }
  /* Committed, and nobody was told. */
  :: atomic { turbulent && decision == APPEND && !CONFLICT(own) ->
       append(kind, tracker, own); shared--; forget() }
  /* Not committed, and nobody was told. */
  :: atomic { turbulent && decision == APPEND -> shared--; forget() }
#endif
#if defined(OUTSIDE) || defined(SAME_STATEMENT)
  :: atomic { decision != APPEND ->
       shared--; answer(kind, tracker); answered = answered + last; break }
#endif
  fi
}

/* Sent until it is answered: GroupTransaction, GroupSettling and the gateway's retries. The last
   argument is 1 if it is the voter's last command. */
inline command(kind, tracker, own, last) {
  do
#if defined(OUTSIDE)
  :: atomic { READABLE -> seenClosed = IS_CLOSED };
     atomic { exclusive == 0 -> shared++ };
     atomic { decide(kind, tracker, own) };
     commit(kind, tracker, own, last)
#elif defined(SAME_STATEMENT)
  :: atomic { READABLE -> seenClosed = TAKES_NONE };  /* the statement's snapshot */
     atomic { exclusive == 0 -> shared++; seenClosed = seenClosed || past };
     atomic { decide(kind, tracker, own) };
     commit(kind, tracker, own, last)
#else
  /* The lock by trying; then, in a later statement, the reading. Once the lock is had, what is read
     can change only as it could have before: so only Ann takes two steps, which spares states. */
  :: atomic { own == OF_ANN && box == OPEN && exclusive == 0 -> shared++ };
     atomic { read(kind, tracker, own, last) };
     commit(kind, tracker, own, last)
  :: atomic { own != OF_ANN && box == OPEN && exclusive == 0 ->
       shared++; read(kind, tracker, own, last) };
     commit(kind, tracker, own, last)
#endif
  /* A closed box is only read, which takes one step. */
  :: atomic { box > OPEN ->
       seenClosed = true; decide(kind, tracker, own);
       answer(kind, tracker); answered = answered + last; break }
  od
}

/* ---------- voters ---------- */

#define LOCALS byte decision; short stream; bool seenClosed

active proctype Ann() {
  LOCALS;
  command(CAST, ANN, OF_ANN, 1)
}

active proctype Bo() {
  LOCALS;
  command(CAST, BO, OF_BO, 0);
  command(WITHDRAW, BO, OF_BO, 0);
  command(CAST, BO_2, OF_BO, 1)
}

/* The network delivers Bo's withdrawal a second time, whenever it likes. */
active proctype StaleWithdrawal() {
  LOCALS;
  staleWithdrawal;
  command(WITHDRAW, BO, OF_BO, 1)
}

active proctype CleoOnOnePhone() {
  LOCALS;
  command(CAST, CLEO, OF_CLEO, 1)
}

active proctype CleoOnTheOther() {
  LOCALS;
  command(CAST, CLEO_2, OF_CLEO, 1)
}

/* ---------- petition-service ---------- */

/* PetitionOpened(1), perhaps VotingPeriodExtended(2), and PetitionClosed(the last of these). Its
   clock may be ahead of the vote database's or behind by any time: it closes whenever it likes. */
active proctype PetitionService() {
end:
  do
  :: atomic { petitionRevision == 1 && !petitionClosed -> petitionRevision = 2 }
  :: atomic { !petitionClosed -> petitionClosed = true }
  od
}

/* ---------- voting-service ---------- */

/* PetitionOpened: salt first, then the box; neither a second time. */
inline opened() {
  if
  :: box != NONE
  :: box == NONE && salt == NONE -> salt = ALIVE
  :: box == NONE && salt == ALIVE ->
    box = OPEN; boxRevision = 1; forwarded = 1; published = 1
  :: box == NONE && salt == DEAD
  fi
}

inline closed() {
  if
  :: boxRevision == petitionRevision -> closeRevision = petitionRevision
  :: else
  fi
}

/* TallyFinalized: the order is noted if it states the box's own cut. */
inline finalised() {
  if
  :: box == FENCED && finalList == cut -> ordered = true
  :: else
  fi
}

/* Goes on from the fence, with its order. */
#define GOES_ON (box == FENCED && ordered)

/* At every start: what Kafka has of orders, then tombstones. Nobody can vote before it is done, and
   each part may be repeated, so it may as well be one step. */
inline start() {
  shared = 0; exclusive = 0; counting = 0;
#ifndef REOPEN
#ifndef NOT_COMPARED
  if
  :: finalTold && votingTopic >= BOX_FENCED && box != NONE ->
    if :: box <= FENCED -> ordered = (box != FENCED || cut == finalList) :: else -> ordered = true fi;
    if :: !GOES_ON -> salt = DEAD :: else fi
  :: else
  fi;
#endif
  if
  :: salt == DEAD && READABLE && !GOES_ON -> box = SHREDDED; forgotten = true
  :: else
  fi;
#endif
  HOLDS(I7, !(saltDied && (box == OPEN || box == FENCING)))
}

/* Opens, extends, fences, shreds, purges: whatever its database and its vault say is next. */
active proctype VotingService() {
  byte number;
end:
  do
  /* Inbox, topic petitions. A record that is refused is parked: nothing behind it is applied. */
  :: atomic { heardPetition == 0 ->
       opened();
       if :: box != NONE || salt == DEAD -> heardPetition = 1 :: else fi }
  :: atomic { heardPetition == 1 && petitionRevision == 2 && boxRevision == 1 && box == OPEN &&
              exclusive == 0 && shared == 0 ->
       boxRevision = 2; past = false; heardPetition = 2 }
  :: atomic { heardPetition == petitionRevision && petitionClosed &&
              boxRevision == petitionRevision ->
       closed(); heardPetition = petitionRevision + 1 }

  /* Inbox, topic moderation: taken down and restored while there is anything to suspend. Moderators
     leave it be once it is calm: as it is then, down or not, it closes. */
#ifdef SUSPEND_UNDRAINED
#define DRAINED true
#else
#define DRAINED (exclusive == 0 && shared == 0)
#endif
  :: atomic { turbulent && box == OPEN && !suspended && DRAINED -> suspended = true }
#ifdef RESTORE_REOPENS
  :: atomic { turbulent && box >= OPEN && box <= FENCED && suspended && DRAINED ->
       box = OPEN; suspended = false }
#else
  :: atomic { turbulent && box == OPEN && suspended && DRAINED -> suspended = false }
#endif

  /* The deadline passes. */
  :: atomic { box == OPEN && !past -> past = true }

  /* WhenPetitionClosedThenFence. First step: drain, then end voting. */
#ifdef FENCE_WITHOUT_REVISION
#define IS_DUE (box == OPEN && past)
#else
#define IS_DUE (box == OPEN && past && closeRevision == boxRevision)
#endif
  :: atomic { IS_DUE && exclusive == 0 -> exclusive = 1 }
  :: atomic { box == OPEN && exclusive == 1 && shared == 0 ->
       exclusive = 0;
       if
       :: past ->
         HOLDS(ENDS, petitionClosed && boxRevision == petitionRevision);
         box = FENCING
#ifndef RESTORE_REOPENS
         ; suspended = false
#endif
#ifdef NO_RESUME
         ; exclusive = 1
#endif
       :: else
       fi }
  /* Second step: count what cannot change any more; also where a crash came between. */
#ifndef NO_RESUME
  :: atomic { box == FENCING && exclusive == 0 -> exclusive = 1 }
#endif
  :: atomic { box == FENCING && exclusive == 1 && shared == 0 -> exclusive = 2; counting = COUNTED }
  :: atomic { box == FENCING && exclusive == 2 ->
       HOLDS(I6, !final || finalList == counting);
       cut = counting; counting = 0; box = FENCED; exclusive = 0; past = true }

  /* WhenTallyFinalizedThenShred: order, vault, box. */
  :: atomic { finalTold && box == FENCED && !ordered -> finalised() }
#ifdef EARLY_SHRED
  :: atomic { box == FENCED && salt == ALIVE ->
#else
  :: atomic { box == FENCED && ordered && salt == ALIVE ->
#endif
       HOLDS(I3, final && stored && storedList == finalList && READABLE);
       salt = DEAD; saltDied = true }
  :: atomic { box == FENCED && ordered && salt == DEAD && exclusive == 0 && shared == 0 ->
       box = SHREDDED }
  /* A vault from an old copy. */
  :: atomic { box >= SHREDDED && ordered && salt == ALIVE -> salt = DEAD }

  /* WhenSaltShreddedThenPurge: drop, then the log, then say so. */
  :: atomic { box == SHREDDED && !dropped -> dropped = true; cast = 0; withdrawn = 0 }
  :: atomic { box == SHREDDED && dropped && !walGone -> walGone = true }
  :: atomic { box == SHREDDED && dropped && walGone && exclusive == 0 && shared == 0 ->
       box = PURGED }

  /* BallotBoxForwarder: the next event under the next number, or as LastTold has it. A number that
     is out already is ignored by whoever listens. A fenced box changes by no answer, so late voters
     may as well get theirs before the fence is told: that spares states, no histories. */
#define ALL_ANSWERED (answered == 4 + staleWithdrawal)
#define EVENTS (forgotten -> (box == PURGED -> 3 : 2) : \
                (box < FENCED -> 1 : box - 1))
#define EVENT  (forgotten -> forwarded + 2 : forwarded + 1)
#define NEXT   (published + 1)
#ifdef NUMBER_USED_AGAIN
#define NUMBER NEXT
#else
#define NUMBER (votingTopic < NEXT -> NEXT : \
                (told[votingTopic] == EVENT -> votingTopic : votingTopic + 1))
#endif
  :: atomic { box != NONE && forwarded < EVENTS && ALL_ANSWERED ->
       number = NUMBER;
       HOLDS(NUMBERS, number > votingTopic || told[number] == EVENT);
       told[number] = EVENT;
       if :: number > votingTopic -> votingTopic = number :: else fi;
       if
       :: published = number; forwarded++
       :: turbulent  /* the broker has it, and the database does not know */
       fi;
       number = 0 }

#ifdef ZERO_LAG
  :: atomic { box == OPEN && lastCount != COUNTED -> lastCount = COUNTED }
#endif
  od
}

/* ---------- tally-projector ---------- */

active proctype TallyProjector() {
end:
  do
  /* Inbox, topics voting and keys: one after the other. */
  :: atomic { heardVoting < votingTopic ->
       heardVoting++;
       heardShredded = heardShredded || told[heardVoting] == SALT_SHREDDED;
       heardPurged = heardPurged || told[heardVoting] == BOX_PURGED }
  :: atomic { heardKeys == 0 && keyCreatedTold -> heardKeys = 1 }
  :: atomic { heardKeys == 1 && keyShreddedTold -> heardKeys = 2 }

  /* WhenBallotBoxFencedThenFinalise: download, recount, keep, recount, sign. */
#ifdef ZERO_LAG
  /* Voting is over by every clock, and nothing is left to read in the topic counts. */
  :: atomic { petitionClosed && boxRevision == petitionRevision && past && !final ->
       stored = true; storedList = lastCount;
       final = true; finalList = lastCount;
       HOLDS(I4, finalList == COUNTED) }
#else
  :: atomic { heardVoting >= BOX_FENCED && !stored && !file && box == FENCED ->
       file = true;
       if
       :: fileList = COUNTED
       :: turbulent -> fileList = COUNTED & ~(ANN | CLEO)  /* broken off */
       fi }
  :: atomic { file ->
#ifndef UNCHECKED_LIST
       if
       :: fileList == cut -> stored = true; storedList = fileList
       :: else
       fi;
#else
       stored = true; storedList = fileList;
#endif
       file = false; fileList = 0 }
#ifndef UNCHECKED_LIST
  :: atomic { stored && !final && storedList == cut ->
#else
  :: atomic { stored && !final ->
#endif
       final = true; finalList = storedList;
       HOLDS(I6, finalList == storedList && finalList == cut);
       HOLDS(I4, finalList == COUNTED);
       HOLDS(I2, ONE_OF(finalList, BO, BO_2) && ONE_OF(finalList, CLEO, CLEO_2));
       HOLDS(I1, !(acknowledged & ~asked & ~finalList) && !(takenBack & finalList)) }
#endif
  :: atomic { final && !finalTold -> finalTold = true; acknowledged = 0; takenBack = 0; asked = 0 }

  /* WhenKeysShreddedAndBoxPurgedThenCertify. */
#ifdef SKIP_SHREDDER
  :: atomic { finalTold && heardShredded && heardPurged && !certificate ->
#else
  :: atomic { finalTold && heardShredded && heardPurged && heardKeys == 2 && !certificate ->
#endif
       certificate = true;
       HOLDS(I10, salt == DEAD || voteVaultRestored);
       HOLDS(I10, keyShreddedTold && (key == DEAD || !agreed));
       HOLDS(I10, dropped && walGone || voteDatabaseRestored) }
  :: atomic { certificate && !certified -> certified = true }
  od
}

/* ---------- identity-gateway: begins at the first record after each start ---------- */

/* What it does before the tally is final concerns nobody here, so it may as well be done after. */
active proctype IdentityGateway() {
end:
  do
  /* WhenStartedThenCompareVault. */
  :: atomic { final && !agreed && !((keyShreddedTold || certified) && key != DEAD) &&
              !(keyCreatedTold && key == NONE) ->
       agreed = true;
       HOLDS(I7, !(keyShreddedTold && key == ALIVE)) }
  /* WhenPetitionOpenedThenCreatePseudonymKey: the vault, then the announcement. */
  :: atomic { agreed && !heardOpened && key == NONE -> key = ALIVE }
  :: atomic { agreed && !heardOpened && key != NONE -> keyCreatedTold = true; heardOpened = true }
  /* WhenTallyFinalizedThenShredPseudonymKey: the same. */
  :: atomic { finalTold && !heardFinal && key != DEAD ->
       HOLDS(I3, final && stored && storedList == finalList);
       key = DEAD }
  :: atomic { finalTold && !heardFinal && key == DEAD ->
       keyShreddedTold = true;
#ifndef NO_POSITION
       heardFinal = true
#endif
     }
  od
}

/* ---------- what goes wrong: anything, any number of times, until it is calm ---------- */

active proctype Faults() {
end:
  do
  :: atomic { turbulent -> turbulent = false }
  /* The voting service is killed while it fences, or between vault and database while it shreds. */
  :: atomic { turbulent && exclusive > 0 -> exclusive = 0; counting = 0 }
  :: atomic { turbulent && salt == DEAD && READABLE && shared == 0 -> start() }
  /* The tally-projector and the gateway are killed. */
  :: atomic { turbulent && file -> file = false; fileList = 0 }
  :: atomic { turbulent && agreed -> agreed = false; heardOpened = false; heardFinal = false }
  /* Kafka delivers again what was applied long ago, and the inbox does not know it any more. */
  :: atomic { turbulent && heardPetition > 0 -> opened() }
  :: atomic { turbulent && heardPetition > petitionRevision -> closed() }
  :: atomic { turbulent && finalTold && box != NONE -> finalised() }
  :: atomic { turbulent && (asked & BO) && box <= FENCING && !staleWithdrawal ->
       staleWithdrawal = true }
  /* The vote database's clock steps back. */
  :: atomic { turbulent && past && box <= FENCING -> past = false }
  /* After the salt has died, a copy of the vote database from when the box was open is put back. */
  :: atomic { turbulent && saltDied && shared == 0 && !voteDatabaseRestored ->
       voteDatabaseRestored = true;
       box = OPEN; suspended = false; boxRevision = 1; closeRevision = 0; heardPetition = 1; ordered = false;
       forgotten = false; cut = 0; forwarded = 1; published = 1; cast = ANN | CLEO; withdrawn = 0;
       dropped = false; walGone = false;
       if :: !voteVaultRestored -> voteVaultRestored = true; salt = ALIVE :: skip fi;
       start() }
  /* Or, alone or with it, one of the voting service's vault. */
  :: atomic { turbulent && saltDied && shared == 0 && !voteVaultRestored ->
       voteVaultRestored = true; salt = ALIVE }
  /* Or, again and again, one of the gateway's. */
  :: atomic { turbulent && key == DEAD ->
       key = ALIVE; agreed = false; heardOpened = false; heardFinal = false }
  od
}

/* ---------- when nothing moves any more ---------- */

active proctype AtRest() {
  timeout;
  HOLDS(I9, certified);
  HOLDS(I7, salt == DEAD && key == DEAD && box == PURGED && dropped && walGone)
}

/* Without fairness: once nothing goes wrong any more, whatever moves next leads there. */
ltl converges { [] (!turbulent -> <> certified) }
