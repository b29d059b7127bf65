package se.lyhord.voting.config;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import se.lyhord.database.DatabaseTrouble;
import se.lyhord.keyvault.VaultUnavailableException;

/** Maps what goes wrong around a request to problems, once for all controllers. */
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> badVoterToken(VoterTokens.BadVoterToken e) {
        return problems.answer(Problem.BAD_VOTER_TOKEN);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException e) {
        return problems.answer(Problem.UNREADABLE);
    }

    /** A petition's id that is no UUID has no ballot box. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> noSuchId(MethodArgumentTypeMismatchException e) {
        return problems.answer(Problem.NO_BALLOT_BOX);
    }

    /** As many as come then: nothing is logged. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooMany(RequestsAtOnce.TooMany e) {
        return problems.answer(Problem.UNAVAILABLE);
    }

    /** The kind of trouble is logged, never the message: it may quote what was sent. */
    @ExceptionHandler({
        DataAccessException.class,
        TransactionException.class,
        VaultUnavailableException.class
    })
    ResponseEntity<ProblemDetail> away(RuntimeException e) {
        if (!(e instanceof VaultUnavailableException || DatabaseTrouble.passes(e))) {
            throw e;
        }
        LOG.warn("Answered 503: {}", e.getClass().getSimpleName());
        return problems.answer(Problem.UNAVAILABLE);
    }
}
