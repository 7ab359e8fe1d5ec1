package io.producerbench.latency;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GcInfo;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/**
 * Remembers when this JVM collected. The JVM tells it on a thread of its own after each collection,
 * so nothing is read or asked while records flow.
 */
final class GcPauses implements AutoCloseable, NotificationListener {
    private final Instant jvmStart =
            Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
    private final List<NotificationEmitter> collectors;
    private final List<GcPause> pauses = new ArrayList<>();

    private GcPauses(List<NotificationEmitter> collectors) {
        this.collectors = collectors;
    }

    /** Returns one that has begun. A cycle beside the running threads is no pause. */
    static GcPauses start() {
        GcPauses pauses = new GcPauses(ManagementFactory.getGarbageCollectorMXBeans().stream()
                .filter(collector -> !collector.getName().endsWith("Cycles"))
                .filter(NotificationEmitter.class::isInstance)
                .map(NotificationEmitter.class::cast)
                .toList());
        pauses.collectors.forEach(collector -> collector.addNotificationListener(pauses, null, null));
        return pauses;
    }

    @Override
    public void handleNotification(Notification notification, Object unused) {
        if (notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            GcInfo collection = GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData())
                    .getGcInfo();
            add(new GcPause(
                    jvmStart.plusMillis(collection.getStartTime()), Duration.ofMillis(collection.getDuration())));
        }
    }

    private synchronized void add(GcPause pause) {
        pauses.add(pause);
    }

    /** Returns the pauses since the last call. */
    synchronized List<GcPause> take() {
        List<GcPause> taken = List.copyOf(pauses);
        pauses.clear();
        return taken;
    }

    @Override
    public void close() {
        for (NotificationEmitter collector : collectors) {
            try {
                collector.removeNotificationListener(this);
            } catch (ListenerNotFoundException closedBefore) {
                return;
            }
        }
    }
}
