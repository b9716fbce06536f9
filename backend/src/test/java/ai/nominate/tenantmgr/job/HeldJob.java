package ai.nominate.tenantmgr.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A long job of the tests that does not end until it is released. */
@ApplicationScoped
class HeldJob implements Job {
    static final String NAME = "held";
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger begun = new AtomicInteger();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String id) {
        begun.incrementAndGet();
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    int begun() {
        return begun.get();
    }

    void release() {
        released.countDown();
    }
}
