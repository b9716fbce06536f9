package ai.nominate.tenantmgr.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Fifty requests per second to a site, half on kept-alive connections and half on new ones. Unexpected answers, refused
 * or reset connections, and stalls are failures. As in browsers, a request on a kept connection that closes before the
 * first byte of the answer is sent once more.
 */
final class Traffic implements AutoCloseable {
    static final int PER_SECOND = 50;
    private static final int VISITORS = 10;
    private static final long PERIOD_NANOS = Duration.ofSeconds(VISITORS).toNanos() / PER_SECOND;
    private static final Duration STALLED = Duration.ofSeconds(5);
    /** By path, a part of the expected answer. */
    private static final Map<String, String> PAGES = Map.of(
            "/",
            "</html>",
            "/api/health",
            "\"status\"",
            "/api/campaign",
            "\"release\"",
            "/api/persons/count",
            "\"count\"");

    private final int port;
    private final String host;
    private final long began = System.nanoTime();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final Set<String> releases = ConcurrentHashMap.newKeySet();
    private final List<Thread> visitors = new ArrayList<>();
    private volatile boolean goesOn = true;

    Traffic(int port, String host) {
        this.port = port;
        this.host = host;
        for (int number = 0; number < VISITORS; number++) {
            boolean keeps = number % 2 == 0;
            long first = began + PERIOD_NANOS * number / VISITORS;
            visitors.add(Thread.ofVirtual().name("visitor-" + number).start(() -> visit(keeps, first)));
        }
    }

    Duration lasted() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    List<String> failures() {
        return failures;
    }

    /** The labels of the releases that answered. */
    Set<String> releases() {
        return releases;
    }

    void hadItsRate() {
        assertThat(answered.get()).as("answers in %s", lasted()).isGreaterThan((int)
                (lasted().toSeconds() * PER_SECOND * 9 / 10));
    }

    @Override
    public void close() throws InterruptedException {
        goesOn = false;
        for (Thread visitor : visitors) {
            visitor.join();
        }
    }

    @Override
    public String toString() {
        return answered + " requests in " + lasted().toSeconds() + " s, " + repeated + " sent once more";
    }

    private void visit(boolean keeps, long first) {
        List<String> paths = List.copyOf(PAGES.keySet());
        Wire kept = null;
        for (int round = 0; goesOn; round++) {
            LockSupport.parkNanos(first + round * PERIOD_NANOS - System.nanoTime());
            String path = paths.get(round % paths.size());
            try {
                kept = ask(path, kept, keeps);
            } catch (IOException e) {
                failures.add(lasted() + " " + path + (keeps ? " kept alive: " : ": ") + e);
                kept = null;
            }
        }
    }

    /** @return the connection, if it can be reused */
    private Wire ask(String path, Wire kept, boolean keeps) throws IOException {
        if (kept != null) {
            try {
                return read(path, kept, keeps);
            } catch (Wire.NoAnswer closed) {
                repeated.incrementAndGet();
            }
        }
        return read(path, new Wire(port, host, STALLED), keeps);
    }

    private Wire read(String path, Wire wire, boolean keeps) throws IOException {
        try {
            Wire.Answer answer = wire.get(path, keeps ? "Connection: keep-alive" : "Connection: close");
            String text = answer.text();
            if (answer.status() == 200 && text.contains(PAGES.get(path))) {
                answered.incrementAndGet();
            } else {
                failures.add(lasted() + " " + path + ": " + answer.status() + " " + text);
            }
            if (path.equals("/api/campaign")) {
                releases.add(text.replaceAll("(?s).*\"label\":\"([^\"]*)\".*", "$1"));
            }
            if (keeps && !answer.isLast()) {
                return wire;
            }
            wire.close();
            return null;
        } catch (IOException e) {
            wire.close();
            throw e;
        }
    }
}
