package ai.nominate.tenantmgr.run.feed;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.event.feed.Chunk;
import ai.nominate.tenantmgr.event.feed.Delivery;
import ai.nominate.tenantmgr.run.engine.LogLine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The limits on what a run's log takes of the memory, with a real database and lines of the largest size. */
class RunLogMemoryTest {
    private static final int LINES = 5000;
    private static final int LINE = 16 << 10;
    private static final int READERS = 50;
    private static final Duration DAY = Duration.ofDays(1);

    private RunLogDatabase database;
    private RunLogTable table;

    @BeforeEach
    void start() throws SQLException, IOException {
        database = new RunLogDatabase();
        table = new RunLogTable(database.pool);
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void fifty_slow_readers_of_a_large_log_keep_a_bounded_part_of_it_in_memory() throws SQLException {
        UUID run = database.run("running", "null", LINES, LINE);
        RunReaders readers = new RunReaders(table, database.pool);
        RunLogReader reader = new RunLogReader(table, null, null);
        List<Slow<?>> slow = new ArrayList<>();
        long before = used();

        for (int i = 0; i < READERS; i++) {
            var context = database.vertx.getOrCreateContext();
            Slow<Delivery<LogLine>> live = new Slow<>(1 + i);
            readers.lines(run, 0, work -> context.runOnContext(go -> work.run()))
                    .subscribe()
                    .withSubscriber(live);
            Slow<String> text = new Slow<>(1);
            reader.text(run).subscribe().withSubscriber(text);
            slow.addAll(List.of(live, text));
        }
        eventually("all have what they asked for", () -> slow.stream().allMatch(Slow::isServed));

        assertThat(used() - before).as("bytes retained").isLessThan(40L << 20);
        slow.forEach(Slow::cancel);
    }

    @Test
    void the_text_of_a_log_is_read_as_it_is_asked_for_and_complete() throws SQLException {
        UUID run = database.run("succeeded", "now()", 300, LINE);
        List<String> chunks = new RunLogReader(table, null, null)
                .text(run)
                .collect()
                .asList()
                .await()
                .atMost(Duration.ofSeconds(30));

        assertThat(chunks)
                .hasSizeGreaterThan(50)
                .allSatisfy(chunk -> assertThat(chunk).hasSizeLessThan(100 << 10));
        assertThat(String.join("", chunks).lines()).hasSize(300);
    }

    @Test
    void a_page_ends_after_256_kib_and_the_next_goes_on_after_it() throws SQLException {
        UUID run = database.run("succeeded", "now()", 300, LINE);
        RunLogReader reader = new RunLogReader(table, null, null);
        List<Long> seen = new ArrayList<>();
        LogPage page;
        do {
            page = reader.page(run, seen.size(), 10_000).await().atMost(Duration.ofSeconds(30));
            assertThat(page.items()).hasSizeLessThan(20);
            page.items().forEach(line -> seen.add(line.seq()));
        } while (!page.items().isEmpty());

        assertThat(seen)
                .isEqualTo(IntStream.rangeClosed(1, 300).mapToObj(Long::valueOf).toList());
        assertThat(table.tail(run, 20).await().atMost(Duration.ofSeconds(30)))
                .extracting(LogLine::seq)
                .containsExactly(297L, 298L, 299L, 300L);
    }

    @Test
    void a_chunk_has_one_line_at_least_and_says_whether_there_are_more() throws SQLException {
        UUID run = database.run("running", "null", 3, LINE);

        assertThat(chunk(run, 0, 10, 1)).isEqualTo("1 and more");
        assertThat(chunk(run, 0, 2, 1 << 20)).isEqualTo("2 and more");
        assertThat(chunk(run, 0, 10, 1 << 20)).isEqualTo("3");
        assertThat(chunk(run, 2, 10, 1)).isEqualTo("1");
        assertThat(chunk(run, 3, 10, 1)).isEqualTo("0");
    }

    @Test
    void the_logs_of_runs_that_ended_long_ago_are_removed_and_nothing_else() throws SQLException {
        UUID old = database.run("failed", "now() - interval '91 days'", 4500, 10);
        UUID recent = database.run("succeeded", "now() - interval '89 days'", 10, 10);
        UUID active = database.run("running", "null", 10, 10);
        database.execute("insert into run_step (run_id, id, title, position, weight, status) values ('" + old
                + "', 's', 'S', 1, 1, 'failed')");
        RunLogPruning pruning = new RunLogPruning(database.pool);
        Instant before = Instant.now().minus(DAY.multipliedBy(90));

        assertThat(pruning.prune(before).await().atMost(Duration.ofSeconds(30))).isEqualTo(1);
        assertThat(pruning.prune(before).await().atMost(Duration.ofSeconds(30))).isZero();

        assertThat(lines(old)).isZero();
        assertThat(lines(recent)).isEqualTo(10);
        assertThat(lines(active)).isEqualTo(10);
        assertThat(database.number("select count(*) from run_step where run_id = '" + old + "'"))
                .isEqualTo(1);
    }

    private String chunk(UUID run, long after, int limit, int bytes) {
        Chunk<LogLine> chunk = table.after(run, after, limit, bytes).await().atMost(Duration.ofSeconds(30));
        return chunk.entries().size() + (chunk.isMore() ? " and more" : "");
    }

    private long lines(UUID run) throws SQLException {
        return database.number("select count(*) from run_log where run_id = '" + run + "'");
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Asks for some items, keeps the last one as a socket would, and then reads no more. */
    private static final class Slow<T> implements Flow.Subscriber<T> {
        private final int wanted;
        private final AtomicInteger received = new AtomicInteger();
        private volatile Flow.Subscription subscription;
        private volatile T unsent;

        Slow(int wanted) {
            this.wanted = wanted;
        }

        boolean isServed() {
            return received.get() == wanted && unsent != null;
        }

        void cancel() {
            subscription.cancel();
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            given.request(wanted);
        }

        @Override
        public void onNext(T item) {
            unsent = item;
            received.incrementAndGet();
        }

        @Override
        public void onError(Throwable e) {
            throw new IllegalStateException(e);
        }

        @Override
        public void onComplete() {}
    }
}
