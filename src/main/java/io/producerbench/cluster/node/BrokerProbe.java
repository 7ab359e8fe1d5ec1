package io.producerbench.cluster.node;

import io.producerbench.cluster.TopicState;
import io.producerbench.cluster.TopicState.PartitionState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Asks one certain broker what it knows. Kafka's clients send metadata requests to whichever broker they like, so they
 * cannot tell whether all brokers have heard of a change. Speaks Metadata version 4, which every broker since 1.0 answers.
 */
public record BrokerProbe(BrokerAddress broker) {

    private static final int TIMEOUT_MS = 5_000;
    private static final short METADATA = 3;
    private static final short VERSION = 4;
    private static final short NO_ERROR = 0;

    /** What a broker knows: the unfenced brokers, and the topic asked for if there is such a topic. */
    record View(Set<Integer> brokers, Optional<TopicState> topic) {}

    /** The broker's view now, without any topic. */
    public View ask() throws IOException {
        return ask(List.of());
    }

    /** The broker's view now, with this topic. */
    public View ask(String topic) throws IOException {
        return ask(List.of(topic));
    }

    private View ask(List<String> topics) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(TIMEOUT_MS);
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(broker.host(), broker.open()), TIMEOUT_MS);
            byte[] request = request(topics);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(request.length);
            out.write(request);
            out.flush();
            DataInputStream in = new DataInputStream(socket.getInputStream());
            return response(new DataInputStream(new ByteArrayInputStream(in.readNBytes(in.readInt()))));
        }
    }

    private static byte[] request(List<String> topics) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(METADATA);
        out.writeShort(VERSION);
        out.writeInt(0);
        writeString(out, "producer-bench-probe");
        out.writeInt(topics.size());
        for (String topic : topics) {
            writeString(out, topic);
        }
        boolean createTopics = false;
        out.writeBoolean(createTopics);
        return bytes.toByteArray();
    }

    private static View response(DataInputStream in) throws IOException {
        in.readInt(); // correlation id
        in.readInt(); // throttle time
        Set<Integer> brokers = new TreeSet<>();
        for (int left = in.readInt(); left > 0; left--) {
            brokers.add(in.readInt());
            readString(in); // host
            in.readInt(); // port
            readString(in); // rack
        }
        readString(in); // cluster id
        in.readInt(); // controller
        int topics = in.readInt();
        return new View(brokers, topics == 0 ? Optional.empty() : topic(in));
    }

    private static Optional<TopicState> topic(DataInputStream in) throws IOException {
        short error = in.readShort();
        readString(in); // name
        in.readBoolean(); // internal
        Map<Integer, PartitionState> partitions = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            in.readShort(); // error: no leader, say, which the leader's id tells too
            int partition = in.readInt();
            int leader = in.readInt();
            List<Integer> replicas = readIntegers(in);
            partitions.put(partition, new PartitionState(leader, Set.copyOf(readIntegers(in)), replicas));
        }
        return error == NO_ERROR ? Optional.of(new TopicState(partitions)) : Optional.empty();
    }

    private static List<Integer> readIntegers(DataInputStream in) throws IOException {
        List<Integer> integers = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            integers.add(in.readInt());
        }
        return integers;
    }

    private static void readString(DataInputStream in) throws IOException {
        in.readNBytes(Math.max(0, in.readShort()));
    }

    private static void writeString(DataOutputStream out, String string) throws IOException {
        byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
        out.writeShort(bytes.length);
        out.write(bytes);
    }
}
