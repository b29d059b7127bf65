package se.lyhord.voting.fence;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import se.lyhord.voting.ballot.BoxState;
import se.lyhord.voting.config.BoxRegister;
import se.lyhord.voting.config.BoxRow;
import se.lyhord.voting.config.Problem;
import se.lyhord.voting.config.Problems;

/** Hands out the list of a fenced box, to the role {@code tracker-list-reader} alone. */
@RestController
class TrackerListController {

    private static final int BUFFER = 64 * 1024;

    private final BoxRegister boxes;
    private final TrackerList list;
    private final Problems problems;

    TrackerListController(BoxRegister boxes, TrackerList list, Problems problems) {
        this.boxes = boxes;
        this.list = list;
        this.problems = problems;
    }

    /** One tracker a line, sorted; 409 before the fence, 410 when it has been destroyed. */
    @GetMapping("/internal/ballot-boxes/{petition}/trackers")
    @Nullable ResponseEntity<?> trackers(@PathVariable UUID petition, HttpServletResponse response)
            throws IOException {
        BoxState state = boxes.find(petition).map(BoxRow::state).orElse(null);
        if (state == null) {
            return problems.answer(Problem.NO_BALLOT_BOX);
        }
        return switch (state) {
            case OPEN, SUSPENDED, FENCING -> problems.answer(Problem.NOT_FENCED);
            case SHREDDED, PURGED -> problems.answer(Problem.LIST_GONE);
            case FENCED -> {
                write(petition, response);
                yield null;
            }
        };
    }

    /** Row by row. Should it break off, so does the connection: half a list is no list. */
    private void write(UUID petition, HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.TEXT_PLAIN_VALUE);
        var buffered = new BufferedOutputStream(response.getOutputStream(), BUFFER);
        list.write(petition, buffered);
        buffered.flush();
    }
}
