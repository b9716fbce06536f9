package ai.nominate.tenantmgr.event;

import ai.nominate.tenantmgr.event.feed.Delivery;
import ai.nominate.tenantmgr.event.feed.ReaderLimits;
import ai.nominate.tenantmgr.event.feed.SharedReader;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executor;

/**
 * One reader of the outbox for all followers of this manager. Events of this manager are read immediately, those of others
 * within half a second, by a poll.
 */
@ApplicationScoped
public class EventHub {
    private final EventTable table;
    private final SharedReader<StoredEvent> reader;

    EventHub(EventTable table) {
        this.table = table;
        this.reader = new SharedReader<>("The table of events", table, ReaderLimits.DEFAULT);
    }

    /** Notifies the reader that there may be new events. */
    public void wake() {
        reader.wake();
    }

    /** The number of the newest event; 0 when there is none. Read from the table, because the reader may be half a second behind. */
    Uni<Long> newest() {
        return table.newest();
    }

    /**
     * All events after a number, of every topic and tenant, without an end.
     *
     * @param afterSeq for a number above the newest event, as after a restore of an older database, the stream begins with a gap
     * @param executor runs the follower, one task at a time
     */
    Multi<Delivery<StoredEvent>> follow(long afterSeq, Executor executor) {
        boolean isRead = reader.followers() > 0 && afterSeq <= reader.head();
        return (isRead ? Uni.createFrom().item(afterSeq) : table.newest())
                .onItem()
                .transformToMulti(newest -> {
                    long begin = Math.min(afterSeq, newest);
                    Multi<Delivery<StoredEvent>> events = reader.follow(begin, executor);
                    return begin == afterSeq ? events : withGap(new Delivery.Gap<>(begin + 1, afterSeq), events);
                });
    }

    private static Multi<Delivery<StoredEvent>> withGap(
            Delivery<StoredEvent> gap, Multi<Delivery<StoredEvent>> events) {
        return Multi.createBy().concatenating().streams(Multi.createFrom().item(gap), events);
    }
}
