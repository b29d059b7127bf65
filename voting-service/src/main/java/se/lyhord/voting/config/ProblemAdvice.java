package se.lyhord.voting.config;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
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

    /** The kind of trouble is logged, never the message: it may quote what was sent. */
    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        RecoverableDataAccessException.class,
        CannotCreateTransactionException.class,
        TransactionSystemException.class,
        VaultUnavailableException.class
    })
    ResponseEntity<ProblemDetail> away(RuntimeException e) {
        LOG.warn("Answered 503: {}", e.getClass().getSimpleName());
        return problems.answer(Problem.UNAVAILABLE);
    }
}
