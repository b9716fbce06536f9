package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.job.Reactive;
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
 * The only writer of a run's log: numbers the lines without a gap and writes them in batches. Applies back-pressure to
 * programs when the database is slower than they are, so that a flood costs time and not memory; caps the number of lines,
 * so that a flood does not fill the disk, and logs how many were dropped.
 */
final class LogWriter implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(LogWriter.class);
    private static final int BATCH = 500;
    private static final int WAITING = 5_000;
    private static final long RETRY_MS = 500;
    private static final int SHORTEST_SECRET = 6;

    private final UUID deployment;
    private final long epoch;
    private final LogTable table;
    private final DeploymentSignals signals;
    private final Clock clock;
    private final int most;
    private final BlockingQueue<Entry> queue = new ArrayBlockingQueue<>(WAITING);
    private final Set<String> secrets = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private long seq;
    private long leftOut;
    private volatile boolean lost;

    LogWriter(
            UUID deployment,
            long epoch,
            long lastSeq,
            int most,
            LogTable table,
            DeploymentSignals signals,
            Clock clock) {
        this.deployment = deployment;
        this.epoch = epoch;
        this.seq = lastSeq;
        this.most = most;
        this.table = table;
        this.signals = signals;
        this.clock = clock;
        this.thread = Thread.ofVirtual().name("log-" + deployment).start(this::write);
    }

    void redact(Secret secret) {
        if (secret.reveal().length() >= SHORTEST_SECRET) {
            secrets.add(secret.reveal());
        }
    }

    /** @param level debug, info, warn or error */
    void add(String step, String stream, String level, String text) {
        put(new Entry.Line(step, stream, level, clean(text)));
    }

    /** Blocks until all lines added so far are written. */
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

    /** Whether another instance has taken over this log. */
    boolean isLost() {
        return lost;
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
                entries.stream()
                        .filter(Entry.Flush.class::isInstance)
                        .map(Entry.Flush.class::cast)
                        .forEach(flush -> flush.written().countDown());
                entries.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<LogLine> numbered(List<Entry> entries) {
        List<LogLine> lines = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry instanceof Entry.Line line) {
                if (seq < most || line.stream().equals("info")) {
                    sayLeftOut(lines);
                    lines.add(
                            new LogLine(++seq, clock.instant(), line.step(), line.stream(), line.level(), line.text()));
                } else {
                    leftOut++;
                }
            }
        }
        return lines;
    }

    private void sayLeftOut(List<LogLine> lines) {
        if (leftOut > 0) {
            String text = leftOut + " more lines of output were dropped: the limit is " + most
                    + " lines per deployment (setting deployment.logLines)";
            lines.add(new LogLine(++seq, clock.instant(), null, "info", "warn", text));
            leftOut = 0;
        }
    }

    private void append(List<LogLine> lines) throws InterruptedException {
        while (!lines.isEmpty()) {
            try {
                lost = !Reactive.await(() -> table.append(deployment, epoch, lines));
                signals.changed(deployment);
                return;
            } catch (RuntimeException e) {
                LOG.warnf("Log of deployment %s could not be written, retrying: %s", deployment, e.getMessage());
                Thread.sleep(RETRY_MS);
            }
        }
    }

    private sealed interface Entry {
        record Line(String step, String stream, String level, String text) implements Entry {}

        record Flush(CountDownLatch written) implements Entry {}
    }
}
