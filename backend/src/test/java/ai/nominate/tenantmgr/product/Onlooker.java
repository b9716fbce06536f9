package ai.nominate.tenantmgr.product;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Requests a site continuously, and records every unexpected answer. */
final class Onlooker implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(25);
    private final Visitor visitor;
    private final List<Visitor.Answer> bad = new CopyOnWriteArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final Thread thread;
    private volatile boolean goesOn = true;

    Onlooker(Visitor visitor) {
        this.visitor = visitor;
        this.thread = Thread.ofPlatform().name("onlooker").start(this::look);
    }

    private void look() {
        while (goesOn) {
            Visitor.Answer answer = visitor.ask(asked.incrementAndGet() % 4 == 0 ? "/" : "/api/health");
            if (answer.status() != 200) {
                bad.add(answer);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** All answers so far were as expected, and so are the next ones. */
    void sawNothing() {
        int before = asked.get();
        eventually("ten more requests were answered", () -> asked.get() > before + 10);
        assertThat(bad)
                .as("of %s requests, those that a visitor noticed", asked)
                .isEmpty();
    }

    @Override
    public void close() {
        goesOn = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
