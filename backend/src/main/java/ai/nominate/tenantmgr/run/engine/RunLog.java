package ai.nominate.tenantmgr.run.engine;

import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.kernel.TerminalText;
import ai.nominate.tenantmgr.kernel.mask.OutputExcerpt;
import ai.nominate.tenantmgr.kernel.mask.SecretMatcher;
import ai.nominate.tenantmgr.run.engine.RunLogQueue.Entry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * The only writer of a run's log: masks secrets, numbers the lines without a gap, and writes them in batches. Blocks its
 * callers if the database is slower than they are. Drops output over the limits and logs the number of dropped lines.
 */
public final class RunLog implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(RunLog.class);
    private static final long RETRY_MS = 500;
    /** A longer sentence of the manager is cut; a program's line is shorter already. */
    private static final int LONGEST = 20_000;

    private final UUID run;
    private final long epoch;
    private final RunLogStore store;
    private final Runnable written;
    private final Clock clock;
    private final RunLogLimits limits;
    private final RunLogQueue queue = new RunLogQueue();
    private final Set<Secret> secrets = new HashSet<>();
    private final Thread thread;
    private volatile SecretMatcher matcher = SecretMatcher.NONE;
    private final AtomicLong dropped = new AtomicLong();
    private RunLogSize size;
    /** The log is at its limit: output is dropped where it arrives, so that a flood of it costs next to nothing. */
    private volatile boolean isFull;

    public RunLog(UUID run, long epoch, RunLogLimits limits, RunLogStore store, Runnable written, Clock clock) {
        this.run = run;
        this.epoch = epoch;
        this.limits = limits;
        this.store = store;
        this.written = written;
        this.clock = clock;
        this.size = store.size(run);
        this.thread = Thread.ofVirtual().name("log-" + run).start(this::write);
    }

    /** Masks the values in every later line. */
    public synchronized void mask(Collection<Secret> values) {
        if (secrets.addAll(values)) {
            matcher = SecretMatcher.of(secrets);
        }
    }

    /** Finds all secrets that were given until now. */
    public SecretMatcher secrets() {
        return matcher;
    }

    /** @param level debug, info, warn or error */
    public void add(String step, String stream, String level, String text) {
        if (isFull && !isOwn(stream)) {
            dropped.incrementAndGet();
            return;
        }
        queue.put(new Entry.Line(step, stream, level, clean(text)));
    }

    /** The result as it may be stored and shown. */
    StepResult masked(StepResult result) {
        return switch (result) {
            case StepResult.Done(String summary) -> new StepResult.Done(matcher.mask(summary));
            case StepResult.Skipped(String reason) -> new StepResult.Skipped(matcher.mask(reason));
            case StepResult.Failed failed ->
                new StepResult.Failed(
                        failed.problem(),
                        matcher.mask(failed.detail()),
                        OutputExcerpt.of(failed.evidence(), matcher),
                        failed.logged());
        };
    }

    /** Blocks until all earlier lines are stored. */
    void flush() {
        flushWhile(() -> {});
    }

    /** Blocks until all earlier lines are stored, and does the work meanwhile. */
    void flushWhile(Runnable work) {
        CountDownLatch stored = new CountDownLatch(1);
        queue.put(new Entry.Flush(stored));
        work.run();
        try {
            stored.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        flush();
        thread.interrupt();
    }

    private String clean(String text) {
        String line = text.indexOf('\n') < 0 ? text : text.replace('\n', ' ');
        String clean = TerminalText.coloured(matcher.mask(line));
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST);
    }

    private void write() {
        try {
            boolean isOurs = true;
            while (isOurs) {
                List<Entry> entries = queue.await();
                isOurs = append(numbered(entries));
                RunLogQueue.release(entries);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            queue.close();
        }
    }

    private List<LogLine> numbered(List<Entry> entries) {
        List<LogLine> lines = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry instanceof Entry.Line line) {
                isFull = !limits.permit(size);
                if (!isFull || isOwn(line.stream())) {
                    reportDropped(lines);
                    lines.add(numbered(line));
                } else {
                    dropped.incrementAndGet();
                }
            }
        }
        return lines;
    }

    private void reportDropped(List<LogLine> lines) {
        long count = dropped.getAndSet(0);
        if (count > 0) {
            String text = count + " more lines of output were dropped: the limit is " + limits;
            lines.add(numbered(new Entry.Line(null, "info", "warn", text)));
        }
    }

    /** A sentence of the manager; the others are output of a program. */
    private static boolean isOwn(String stream) {
        return stream.equals("info");
    }

    private LogLine numbered(Entry.Line line) {
        long bytes = line.text().getBytes(StandardCharsets.UTF_8).length;
        size = new RunLogSize(size.lines() + 1, size.bytes() + bytes);
        return new LogLine(size.lines(), clock.instant(), line.step(), line.stream(), line.level(), line.text());
    }

    /** @return whether the run still belongs to this manager */
    private boolean append(List<LogLine> lines) throws InterruptedException {
        while (!lines.isEmpty()) {
            try {
                boolean isOurs = store.append(run, epoch, lines);
                written.run();
                return isOurs;
            } catch (RuntimeException e) {
                LOG.warnf("Run %s: log not written, retrying: %s", run, e.getMessage());
                Thread.sleep(RETRY_MS);
            }
        }
        return true;
    }
}
