package io.producerbench.guarantees.faults;

import io.producerbench.guarantees.faults.InFlightRequests.SentRequest;
import io.producerbench.guarantees.faults.QueuedFrame.DeliveryKind;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/**
 * One connection through a proxy to its broker. Each direction has two threads: one reads, one
 * delivers.
 */
final class Link {

    private static final int CONNECT_MS = 10_000;
    private static final int BUFFER_BYTES = 1 << 16;

    private final FaultRegistry registry;
    private final Socket client;
    private final Socket broker = new Socket();
    private final IntSupplier port;
    private final Consumer<Link> onEnd;
    private final FrameQueue requests;
    private final FrameQueue responses;
    private final InFlightRequests inFlight = new InFlightRequests();
    private int directionsOpen = 2;
    private boolean swallowed;

    /**
     * @param port the broker's port, asked for when the connection may be opened
     * @param onEnd called when the connection was closed, with the lock held
     */
    Link(FaultRegistry registry, Socket client, IntSupplier port, Consumer<Link> onEnd) {
        this.registry = registry;
        this.client = client;
        this.port = port;
        this.onEnd = onEnd;
        this.requests = new FrameQueue(registry);
        this.responses = new FrameQueue(registry);
    }

    /** With the lock held. */
    void open() {
        // Not connected here, because behind a hold the client must not even learn that the broker
        // is dead.
        put(requests, FrameDirection.REQUEST, new QueuedFrame(DeliveryKind.CONNECTION, 0, this::connect));
        start("requests in", () -> read(client, requests, this::request, this::endRequests));
        start("requests out", () -> deliver(requests));
    }

    private void connect() {
        try {
            client.setTcpNoDelay(true);
            broker.setTcpNoDelay(true);
            broker.connect(new InetSocketAddress(Proxy.HOST, port.getAsInt()), CONNECT_MS);
        } catch (IOException e) {
            // The broker is dead, and the client must notice it as it would without a proxy.
            close();
            return;
        }
        start("responses in", () -> read(broker, responses, this::response, this::endResponses));
        start("responses out", () -> deliver(responses));
    }

    private void start(String what, Runnable task) {
        Thread thread = new Thread(task, registry.place() + ", " + what);
        thread.setDaemon(true);
        thread.start();
    }

    private void read(Socket from, FrameQueue to, Consumer<Frame> each, Runnable end) {
        try {
            DataInputStream in = new DataInputStream(new BufferedInputStream(from.getInputStream(), BUFFER_BYTES));
            while (to.awaitRoom()) {
                Frame frame = Frame.read(in);
                registry.locked(() -> each.accept(frame));
            }
        } catch (IOException e) {
            // A frame that was cut short does not count, however the connection ended.
            registry.locked(end);
        }
    }

    private void request(Frame frame) {
        Optional<Api> api = frame.api();
        registry.count(FrameDirection.REQUEST, api);
        Optional<ArmedFault> swallower = registry.claim(FaultAction.SWALLOW_REQUESTS, api);
        swallower.ifPresent(ArmedFault::hit);
        swallowed |= swallower.isPresent();
        if (swallowed) {
            // Kafka answers in order: a response to a later request would be taken for one to the
            // missing request.
            return;
        }
        inFlight.add(new SentRequest(frame.requestCorrelation(), api, registry.claim(FaultAction.DROP_RESPONSES, api)));
        QueuedFrame queued =
                new QueuedFrame(DeliveryKind.FRAME, frame.size(), () -> frame.write(broker.getOutputStream()));
        registry.stop(queued, FrameDirection.REQUEST, api);
        requests.put(queued);
    }

    private void response(Frame frame) {
        Optional<SentRequest> request = inFlight.removeAnswered(frame.responseCorrelation());
        Optional<Api> api = request.flatMap(SentRequest::api);
        registry.count(FrameDirection.RESPONSE, api);
        Optional<ArmedFault> dropper = request.flatMap(SentRequest::dropper).filter(fault -> !fault.isEnded());
        if (dropper.isPresent()) {
            dropper.get().hit();
            // Queued in its place, so that the responses before it still arrive.
            put(responses, FrameDirection.RESPONSE, new QueuedFrame(DeliveryKind.CONNECTION, 0, client::close));
            return;
        }
        QueuedFrame queued =
                new QueuedFrame(DeliveryKind.FRAME, frame.size(), () -> frame.write(client.getOutputStream()));
        registry.stop(queued, FrameDirection.RESPONSE, api);
        responses.put(queued);
    }

    /** Tells the broker that the client is gone, after everything that the client sent. */
    private void endRequests() {
        put(requests, FrameDirection.REQUEST, new QueuedFrame(DeliveryKind.END, 0, broker::shutdownOutput));
    }

    private void endResponses() {
        put(responses, FrameDirection.RESPONSE, new QueuedFrame(DeliveryKind.END, 0, client::shutdownOutput));
    }

    private void put(FrameQueue queue, FrameDirection direction, QueuedFrame queued) {
        registry.stop(queued, direction, Optional.empty());
        queue.put(queued);
    }

    private void deliver(FrameQueue queue) {
        try {
            queue.deliver();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
        }
        if (registry.ask(() -> --directionsOpen == 0)) {
            close();
        }
    }

    /** Makes every frame that was not delivered yet wait for this fault. With the lock held. */
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

    /** True if its client waits for a response that will never come. With the lock held. */
    boolean hasSwallowed() {
        return swallowed;
    }

    /**
     * When this returns, both ends are closed, and every frame that was not delivered is gone.
     * Takes the lock.
     */
    void close() {
        registry.locked(() -> {
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
            // Java has released the socket all the same, so there is nothing else to do.
            return;
        }
    }
}
