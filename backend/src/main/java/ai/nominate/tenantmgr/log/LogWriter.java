package ai.nominate.tenantmgr.log;

import ai.nominate.tenantmgr.job.Reactive;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Stores what waits in the queue, in batches. While the database does not answer, a batch is tried again; then the queue fills and
 * drops. How many entries were dropped is an entry too.
 */
@Singleton
class LogWriter {
    private static final Logger LOG = Logger.getLogger(LogWriter.class);
    private static final int BATCH = 500;
    private static final int TRIES = 5;
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(2);

    private final EntryQueue queue;
    private final LogTable table;
    private final LogHub hub;
    private final Clock clock;
    private volatile boolean isStopping;
    private volatile boolean isFailing;
    private Thread worker;

    LogWriter(EntryQueue queue, LogTable table, LogHub hub, Clock clock) {
        this.queue = queue;
        this.table = table;
        this.hub = hub;
        this.clock = clock;
    }

    void start() {
        worker = Thread.ofVirtual().name("log-writer").start(this::work);
    }

    /** Stores what is left, unless the database does not answer. */
    void stop() {
        isStopping = true;
        try {
            worker.join(LONGEST_STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            while (true) {
                List<NewEntry> batch = queue.take(BATCH, isStopping ? Duration.ZERO : PATIENCE);
                if (!batch.isEmpty()) {
                    store(withDropped(batch));
                } else if (isStopping) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<NewEntry> withDropped(List<NewEntry> batch) {
        long dropped = queue.takeDropped();
        if (dropped == 0) {
            return batch;
        }
        List<NewEntry> told = new ArrayList<>(batch);
        told.add(new NewEntry(
                clock.instant(),
                LogLevel.WARN,
                LogSource.MANAGER,
                LogWriter.class.getName(),
                null,
                null,
                null,
                null,
                dropped + " entries could not be stored: they came faster than the database took them"));
        return told;
    }

    private void store(List<NewEntry> batch) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                Reactive.await(() -> table.insert(batch));
                isFailing = false;
                hub.wake();
                return;
            } catch (RuntimeException e) {
                failed(e);
                if (attempt == TRIES || isStopping) {
                    queue.lost(batch.size());
                    return;
                }
                Thread.sleep(PATIENCE.multipliedBy(1L << attempt));
            }
        }
    }

    /** Once per outage. */
    private void failed(RuntimeException e) {
        if (!isFailing) {
            isFailing = true;
            LOG.warnf("Log entries cannot be stored at the moment: %s", e.getMessage());
        }
    }
}
