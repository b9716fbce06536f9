package ai.nominate.tenantmgr.run.engine;

import ai.nominate.tenantmgr.kernel.Secret;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The only writer of a run's log: numbers the lines without a gap and writes them in batches. Blocks its callers if the
 * database is slower than they are, so that a flood costs time and not memory. Drops output over the limit and logs the
 * number of dropped lines.
 */
public final class RunLog implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(RunLog.class);
    private static final int BATCH = 500;
    private static final int WAITING = 5_000;
    private static final long RETRY_MS = 500;
    private static final int SHORTEST_SECRET = 6;

    private final UUID run;
    private final long epoch;
    private final RunLogStore store;
    private final Runnable written;
    private final Clock clock;
    private final int limit;
    private final BlockingQueue<Entry> queue = new ArrayBlockingQueue<>(WAITING);
    private final Set<String> secrets = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private long seq;
    private long dropped;
    private volatile boolean lost;

    public RunLog(UUID run, long epoch, long lastSeq, int limit, RunLogStore store, Runnable written, Clock clock) {
        this.run = run;
        this.epoch = epoch;
        this.seq = lastSeq;
        this.limit = limit;
        this.store = store;
        this.written = written;
        this.clock = clock;
        this.thread = Thread.ofVirtual().name("log-" + run).start(this::write);
    }

    public void mask(Secret secret) {
        if (secret.reveal().length() >= SHORTEST_SECRET) {
            secrets.add(secret.reveal());
        }
    }

    /** @param level debug, info, warn or error */
    public void add(String step, String stream, String level, String text) {
        put(new Entry.Line(step, stream, level, clean(text)));
    }

    /** Blocks until all earlier lines are stored. */
    void flush() {
        Entry.Flush flush = new Entry.Flush(new CountDownLatch(1));
        put(flush);
        try {
            while (!flush.written().await(1, TimeUnit.SECONDS)) {
                if (!thread.isAlive()) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        flush();
        thread.interrupt();
    }

    /** An interrupt loses no line: it is restored after the line is queued. */
    private void put(Entry entry) {
        boolean interrupted = false;
        boolean taken = false;
        while (!taken && !lost && thread.isAlive()) {
            try {
                taken = queue.offer(entry, 1, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private String clean(String text) {
        String cleaned = text.indexOf('\0') < 0 ? text : text.replace("\0", "");
        for (String secret : secrets) {
            cleaned = cleaned.replace(secret, "•••");
        }
        return cleaned;
    }

    private void write() {
        List<Entry> entries = new ArrayList<>();
        try {
            while (!lost) {
                entries.add(queue.take());
                queue.drainTo(entries, BATCH - 1);
                append(numbered(entries));
                release(entries);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            queue.drainTo(entries);
            release(entries);
        }
    }

    /** Wakes the callers that wait for their earlier lines. */
    private static void release(List<Entry> entries) {
        for (Entry entry : entries) {
            if (entry instanceof Entry.Flush flush) {
                flush.written().countDown();
            }
        }
        entries.clear();
    }

    private List<LogLine> numbered(List<Entry> entries) {
        List<LogLine> lines = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry instanceof Entry.Line line) {
                if (seq < limit || line.stream().equals("info")) {
                    reportDropped(lines);
                    lines.add(
                            new LogLine(++seq, clock.instant(), line.step(), line.stream(), line.level(), line.text()));
                } else {
                    dropped++;
                }
            }
        }
        return lines;
    }

    private void reportDropped(List<LogLine> lines) {
        if (dropped > 0) {
            String text = dropped + " more lines of output were dropped: the limit is " + limit
                    + " lines per run (setting deployment.logLines)";
            lines.add(new LogLine(++seq, clock.instant(), null, "info", "warn", text));
            dropped = 0;
        }
    }

    private void append(List<LogLine> lines) throws InterruptedException {
        while (!lines.isEmpty()) {
            try {
                lost = !store.append(run, epoch, lines);
                written.run();
                return;
            } catch (RuntimeException e) {
                LOG.warnf("Run %s: log not written, retrying: %s", run, e.getMessage());
                Thread.sleep(RETRY_MS);
            }
        }
    }

    private sealed interface Entry {
        record Line(String step, String stream, String level, String text) implements Entry {}

        record Flush(CountDownLatch written) implements Entry {}
    }
}
