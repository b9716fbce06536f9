package campaign;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The live count as server-sent events. One reader polls the database while there are listeners, because visitors of
 * the other slot sign on the same database; listeners wait for its updates. On drain every stream ends with its last
 * chunk.
 */
final class Live {
    private static final int LISTENERS = 2000;
    private static final long POLL_MILLIS = 2000;
    private static final long NUDGED_MILLIS = 150;
    private static final long HEARTBEAT_SECONDS = 15;

    private final Persons persons;
    private final int goal;
    private final Semaphore places = new Semaphore(LISTENERS);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Condition nudge = lock.newCondition();
    private String latest = "";
    private boolean ended;

    Live(Persons persons, int goal) {
        this.persons = persons;
        this.goal = goal;
    }

    Live start() {
        Thread.ofVirtual().name("live").start(this::watch);
        return this;
    }

    /** A signature on this slot: triggers the next read immediately. */
    void nudge() {
        locked(nudge::signal);
    }

    void end() {
        locked(() -> {
            ended = true;
            news.signalAll();
        });
    }

    Map<String, Object> snapshot() throws SQLException {
        Map<String, Object> snapshot = new LinkedHashMap<>();
        snapshot.put("count", persons.count());
        snapshot.put("goal", goal);
        snapshot.put("recent", persons.recent());
        return snapshot;
    }

    /**
     * Writes until the visitor disconnects or the service drains. Reads first, so that a broken database is a refusal.
     */
    void follow(Call call) throws IOException, InterruptedException, SQLException {
        if (!places.tryAcquire()) {
            throw new Refused(503, "events.full", "Too many listeners, please poll the count instead");
        }
        try {
            String first = read();
            try (OutputStream out = call.stream("text/event-stream")) {
                write(out, first);
            }
        } finally {
            places.release();
        }
    }

    private void write(OutputStream out, String first) throws IOException, InterruptedException {
        String told = first;
        send(out, "retry: 2000\nevent: count\ndata: " + told + "\n\n");
        for (String fresh; (fresh = awaitNewsAfter(told)) != null; told = fresh) {
            send(out, fresh.equals(told) ? ": still here\n\n" : "event: count\ndata: " + fresh + "\n\n");
        }
        send(out, "event: end\ndata: {}\n\n");
    }

    private String awaitNewsAfter(String told) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.SECONDS.toNanos(HEARTBEAT_SECONDS);
            while (!ended && left > 0 && latest.equals(told)) {
                left = news.awaitNanos(left);
            }
            return ended ? null : latest;
        } finally {
            lock.unlock();
        }
    }

    private void watch() {
        try {
            while (true) {
                awaitTurn();
                if (places.availablePermits() < LISTENERS) {
                    readOrWarn();
                }
            }
        } catch (InterruptedException e) {
            Log.warn("the live count ends");
        }
    }

    private void awaitTurn() throws InterruptedException {
        lock.lock();
        try {
            nudge.await(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } finally {
            lock.unlock();
        }
        Thread.sleep(NUDGED_MILLIS);
    }

    private void readOrWarn() {
        try {
            read();
        } catch (SQLException e) {
            Log.warn("the live count could not be read", "error", e.getMessage());
        }
    }

    private String read() throws SQLException {
        String fresh = Json.write(snapshot());
        locked(() -> {
            latest = fresh;
            news.signalAll();
        });
        return fresh;
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
