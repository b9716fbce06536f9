package ai.nominate.tenantmgr.event.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The same promises with real threads, where the order of things is nobody's choice. */
class SharedReaderThreadsTest {
    private static final int FOLLOWERS = 1000;
    private static final long LINES = 1000;

    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final AtomicLong written = new AtomicLong();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger wrong = new AtomicInteger();
    private final CountDownLatch finished = new CountDownLatch(FOLLOWERS);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void a_thousand_followers_get_every_line_in_order() throws Exception {
        SharedReader<Long> reader = new SharedReader<>("lines", new Lines(), ReaderLimits.DEFAULT);
        List<Reader> followers = new ArrayList<>();
        for (int i = 0; i < FOLLOWERS; i++) {
            Reader follower = new Reader(1 + i % 7);
            reader.follow(0, threads).subscribe().withSubscriber(follower);
            followers.add(follower);
            if (i % 2 == 0) {
                write(reader);
            }
        }
        while (written.get() < LINES) {
            write(reader);
        }

        assertThat(finished.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(wrong).hasValue(0);
        assertThat(reads.get()).isLessThan(500);
        followers.forEach(Reader::cancel);
        assertThat(reader.followers()).isZero();
    }

    private void write(SharedReader<Long> reader) {
        written.incrementAndGet();
        reader.wake();
    }

    private final class Lines implements Feed<Long> {
        @Override
        public Uni<Chunk<Long>> after(long seq, int limit, int bytes) {
            reads.incrementAndGet();
            return Uni.createFrom().item(() -> {
                long end = Math.min(written.get(), seq + limit);
                List<Long> lines = new ArrayList<>();
                for (long line = seq + 1; line <= end; line++) {
                    lines.add(line);
                }
                return new Chunk<>(lines, lines.size() == limit);
            });
        }

        @Override
        public long seq(Long line) {
            return line;
        }

        @Override
        public int bytes(Long line) {
            return 100;
        }
    }

    private final class Reader implements MultiSubscriber<Delivery<Long>> {
        private final int atOnce;
        private Flow.Subscription subscription;
        private long last;
        private int outstanding;

        Reader(int atOnce) {
            this.atOnce = atOnce;
        }

        void cancel() {
            subscription.cancel();
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            outstanding = atOnce;
            given.request(atOnce);
        }

        @Override
        public void onItem(Delivery<Long> delivery) {
            if (!(delivery instanceof Delivery.Entry<Long>(Long line)) || line != last + 1) {
                wrong.incrementAndGet();
            }
            last++;
            if (last == LINES) {
                finished.countDown();
            }
            if (--outstanding == 0) {
                outstanding = atOnce;
                subscription.request(atOnce);
            }
        }

        @Override
        public void onFailure(Throwable failure) {
            wrong.incrementAndGet();
        }

        @Override
        public void onCompletion() {
            wrong.incrementAndGet();
        }
    }
}
