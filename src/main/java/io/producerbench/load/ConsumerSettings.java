package io.producerbench.load;

import io.producerbench.scenario.Readers;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.IsolationLevel;

/**
 * The settings of a consumer that measures when records can be seen. Every setting that decides the
 * number is pinned. There is no group, so that no rebalance and no commit of offsets is measured.
 */
public final class ConsumerSettings {
    private ConsumerSettings() {}

    /** Returns all settings, those of the connection included. */
    public static Map<String, Object> of(ForkConfig forkConfig, IsolationLevel isolation) {
        Map<String, Object> settings = new LinkedHashMap<>(forkConfig.client());
        settings.put("bootstrap.servers", forkConfig.bootstrapServers());
        settings.put("client.id", forkConfig.topic() + "-" + isolation);
        settings.put("isolation.level", isolation.toString());
        settings.put("group.protocol", Readers.GROUP_PROTOCOL);
        settings.put("fetch.min.bytes", "1");
        settings.put("fetch.max.wait.ms", Integer.toString(Readers.FETCH_MAX_WAIT_MILLIS));
        settings.put("fetch.max.bytes", "52428800");
        settings.put("max.partition.fetch.bytes", "1048576");
        settings.put("max.poll.records", "500");
        settings.put("enable.auto.commit", "false");
        // A consumer that starts elsewhere without an error would hide records.
        settings.put("auto.offset.reset", "none");
        settings.put("allow.auto.create.topics", "false");
        settings.put("enable.metrics.push", "false");
        return settings;
    }
}
