package io.producerbench.calibration.stub;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * The connection of one client. It reads requests as they arrive and sends the replies in the same
 * order.
 */
final class Connection {
    /** No reply is due. */
    static final long NOTHING_DUE = Long.MAX_VALUE;

    private static final int FIRST_CAPACITY = 1 << 18;

    private final SocketChannel channel;
    private final SelectionKey key;
    private final Requests requests;
    private final Withheld withheld;
    private final ReferenceRecorder recorder;
    private final Queue<Reply> replies = new ArrayDeque<>();
    private ByteBuffer incoming = ByteBuffer.allocateDirect(FIRST_CAPACITY);
    private boolean silent;

    Connection(
            SocketChannel channel, SelectionKey key, Requests requests, Withheld withheld, ReferenceRecorder recorder) {
        this.channel = channel;
        this.key = key;
        this.requests = requests;
        this.withheld = withheld;
        this.recorder = recorder;
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    void close() throws IOException {
        channel.close();
        replies.clear();
    }

    /** Reads what has arrived, and sends the replies that are due. */
    void read() throws IOException {
        if (channel.read(incoming) < 0) {
            close();
            return;
        }
        long arrivalNanos = System.nanoTime();
        incoming.flip();
        for (ByteBuffer request = nextRequest(); request != null && isOpen(); request = nextRequest()) {
            Reply reply = requests.answer(request, arrivalNanos);
            if (reply.action() != ReplyAction.NOTHING && !silent) {
                replies.add(reply);
                send();
            }
        }
        makeRoom();
    }

    /** Returns a view of the next request, or null if it has not arrived completely. */
    private ByteBuffer nextRequest() {
        int start = incoming.position() + Integer.BYTES;
        if (start > incoming.limit() || start + incoming.getInt(start - Integer.BYTES) > incoming.limit()) {
            return null;
        }
        int length = incoming.getInt(start - Integer.BYTES);
        incoming.position(start + length);
        return incoming.slice(start, length);
    }

    /** Makes room in the buffer for the rest of a request that has arrived in part. */
    private void makeRoom() {
        boolean knowsLength = incoming.remaining() >= Integer.BYTES;
        int needed = knowsLength ? Integer.BYTES + incoming.getInt(incoming.position()) : 0;
        if (needed > incoming.capacity()) {
            incoming = ByteBuffer.allocateDirect(2 * needed).put(incoming);
        } else {
            incoming.compact();
        }
    }

    /**
     * Sends what is due. Returns the nanoseconds until the next reply is due, or
     * {@link #NOTHING_DUE}.
     */
    long send() throws IOException {
        while (!replies.isEmpty()) {
            Reply next = replies.peek();
            long early = withheld.release(next.kind(), next.dueNanos()) - System.nanoTime();
            if (early > 0) {
                return early;
            }
            if (!sent(next)) {
                return NOTHING_DUE;
            }
            replies.poll();
        }
        return NOTHING_DUE;
    }

    private boolean sent(Reply reply) throws IOException {
        switch (reply.action()) {
            case CLOSE -> close();
            case SILENCE -> {
                silent = true;
                replies.clear();
            }
            default -> {
                channel.write(reply.bytes());
                boolean whole = !reply.bytes().hasRemaining();
                key.interestOps(whole ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
                if (!whole) {
                    return false;
                }
                recorder.replied(reply.fromRow(), reply.toRow(), System.nanoTime());
            }
        }
        return true;
    }
}
