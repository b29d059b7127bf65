package se.lyhord.benchmark.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** One connection that is kept open, with at most one request under way. */
final class Line {

    private static final int USUAL_ANSWER = 8 * 1024;

    private final Selector selector;
    private final InetSocketAddress server;
    private ByteBuffer received = ByteBuffer.allocate(USUAL_ANSWER);
    private @Nullable SocketChannel channel;
    private @Nullable Shot shot;
    private long since;

    Line(Selector selector, InetSocketAddress server) {
        this.selector = selector;
        this.server = server;
    }

    /**
     * Sends a request.
     *
     * @param due when it should have been sent; its time counts from there
     */
    void send(Shot next, long due) throws IOException {
        shot = next;
        since = due;
        received.clear();
        if (channel != null) {
            try {
                write(channel, next);
                return;
            } catch (IOException closedByTheServer) {
                close();
            }
        }
        channel = open();
        write(channel, next);
    }

    private static void write(SocketChannel open, Shot next) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(next.request());
        while (bytes.hasRemaining()) {
            open.write(bytes); // a request fits into the socket's buffer
        }
    }

    private SocketChannel open() throws IOException {
        SocketChannel opened = SocketChannel.open(server);
        opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
        opened.configureBlocking(false);
        opened.register(selector, SelectionKey.OP_READ, this);
        return opened;
    }

    /** Reads what has come; the answer if it is complete, else null. */
    @Nullable Answer receive() throws IOException {
        SocketChannel open = channel;
        if (open == null) {
            return null;
        }
        if (!received.hasRemaining()) {
            received = ByteBuffer.allocate(2 * received.capacity()).put(received.flip());
        }
        if (open.read(received) < 0) {
            close();
            // A server may close a connection that nothing is under way on.
            return shot == null ? null : Answer.NONE;
        }
        Answer answer = shot == null ? null : AnswerReader.read(received);
        if (answer != null && "close".equalsIgnoreCase(answer.field("connection"))) {
            close();
        }
        return answer;
    }

    /** Gives the answer to whoever asked and is free again. */
    long settle(Answer answer) {
        long nanos = System.nanoTime() - since;
        Shot settled = shot;
        shot = null;
        if (settled != null) {
            settled.answered().note(answer, nanos);
        }
        return nanos;
    }

    /** How many votes the request under way carries. */
    int votes() {
        return shot == null ? 0 : shot.votes();
    }

    boolean isWaiting() {
        return shot != null;
    }

    void close() throws IOException {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }
}
