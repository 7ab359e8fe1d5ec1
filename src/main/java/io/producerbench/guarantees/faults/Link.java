package io.producerbench.guarantees.faults;

import io.producerbench.guarantees.faults.FaultAction.Direction;
import io.producerbench.guarantees.faults.InFlightRequests.Exchange;
import io.producerbench.guarantees.faults.QueuedFrame.Kind;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** One connection through a proxy to its broker: four threads, of which each direction has one to read and one to deliver. */
final class Link {

    private static final int CONNECT_MS = 10_000;
    private static final int BUFFER_BYTES = 1 << 16;

    private final FaultRegistry rules;
    private final Socket client;
    private final Socket broker = new Socket();
    private final IntSupplier port;
    private final Consumer<Link> onEnd;
    private final FrameQueue requests;
    private final FrameQueue responses;
    private final InFlightRequests exchanges = new InFlightRequests();
    private int lanesOpen = 2;
    private boolean swallowed;

    /**
     * @param port where the broker is when the connection may be opened
     * @param onEnd told when it has been closed, with the lock held
     */
    Link(FaultRegistry rules, Socket client, IntSupplier port, Consumer<Link> onEnd) {
        this.rules = rules;
        this.client = client;
        this.port = port;
        this.onEnd = onEnd;
        this.requests = new FrameQueue(rules);
        this.responses = new FrameQueue(rules);
    }

    /** With the lock held. */
    void open() {
        // Not connected here: a broker behind a hold must not even be known to be dead.
        put(requests, Direction.REQUEST, new QueuedFrame(Kind.CONNECTION, 0, this::connect));
        start("requests in", () -> read(client, requests, this::request, this::endRequests));
        start("requests out", () -> deliver(requests));
    }

    private void connect() {
        try {
            client.setTcpNoDelay(true);
            broker.setTcpNoDelay(true);
            broker.connect(new InetSocketAddress(Proxy.HOST, port.getAsInt()), CONNECT_MS);
        } catch (IOException e) {
            // The broker is dead, and the client is to notice as it would without a proxy.
            close();
            return;
        }
        start("responses in", () -> read(broker, responses, this::response, this::endResponses));
        start("responses out", () -> deliver(responses));
    }

    private void start(String what, Runnable task) {
        Thread thread = new Thread(task, rules.place() + ", " + what);
        thread.setDaemon(true);
        thread.start();
    }

    private void read(Socket from, FrameQueue to, Consumer<Frame> each, Runnable end) {
        try {
            DataInputStream in = new DataInputStream(new BufferedInputStream(from.getInputStream(), BUFFER_BYTES));
            while (to.awaitRoom()) {
                Frame frame = Frame.read(in);
                rules.locked(() -> each.accept(frame));
            }
        } catch (IOException e) {
            // However the connection ended, a frame that was cut short never was one.
            rules.locked(end);
        }
    }

    private void request(Frame frame) {
        Optional<Api> api = frame.api();
        rules.count(Direction.REQUEST, api);
        Optional<ArmedFault> swallower = rules.claim(FaultAction.SWALLOW_REQUESTS, api);
        swallower.ifPresent(ArmedFault::hit);
        swallowed |= swallower.isPresent();
        if (swallowed) {
            // Kafka answers in order: an answer to what came later would be taken for one to what is missing.
            return;
        }
        exchanges.asked(new Exchange(frame.requestCorrelation(), api, rules.claim(FaultAction.DROP_RESPONSES, api)));
        QueuedFrame parcel = new QueuedFrame(Kind.FRAME, frame.size(), () -> frame.write(broker.getOutputStream()));
        rules.stop(parcel, Direction.REQUEST, api);
        requests.put(parcel);
    }

    private void response(Frame frame) {
        Optional<Exchange> exchange = exchanges.answered(frame.responseCorrelation());
        Optional<Api> api = exchange.flatMap(Exchange::api);
        rules.count(Direction.RESPONSE, api);
        Optional<ArmedFault> dropper = exchange.flatMap(Exchange::dropper).filter(fault -> !fault.isEnded());
        if (dropper.isPresent()) {
            dropper.get().hit();
            // In its place, so that the responses before it still arrive.
            put(responses, Direction.RESPONSE, new QueuedFrame(Kind.CONNECTION, 0, client::close));
            return;
        }
        QueuedFrame parcel = new QueuedFrame(Kind.FRAME, frame.size(), () -> frame.write(client.getOutputStream()));
        rules.stop(parcel, Direction.RESPONSE, api);
        responses.put(parcel);
    }

    /** The client has gone: what it sent still reaches the broker, and then the broker hears of it. */
    private void endRequests() {
        put(requests, Direction.REQUEST, new QueuedFrame(Kind.END, 0, broker::shutdownOutput));
    }

    private void endResponses() {
        put(responses, Direction.RESPONSE, new QueuedFrame(Kind.END, 0, client::shutdownOutput));
    }

    private void put(FrameQueue lane, Direction direction, QueuedFrame parcel) {
        rules.stop(parcel, direction, Optional.empty());
        lane.put(parcel);
    }

    private void deliver(FrameQueue lane) {
        try {
            lane.deliver();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
        }
        if (rules.ask(() -> --lanesOpen == 0)) {
            close();
        }
    }

    /** Makes all that has not left wait for this fault. With the lock held. */
    void stop(ArmedFault fault) {
        requests.stop(fault);
        responses.stop(fault);
    }

    /** With the lock held. */
    void wake() {
        requests.wake();
        responses.wake();
    }

    /** With the lock held. */
    boolean isWithholding() {
        return requests.isWithholding() || responses.isWithholding();
    }

    /** Whether its client waits for an answer that nobody will give. With the lock held. */
    boolean hasSwallowed() {
        return swallowed;
    }

    /** Takes the lock. When this returns, both ends are closed, and all that had not left is gone. */
    void close() {
        rules.locked(() -> {
            requests.close();
            responses.close();
            onEnd.accept(this);
        });
        close(client);
        close(broker);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // Java has let go of it all the same; there is nothing else to do to it.
            return;
        }
    }
}
