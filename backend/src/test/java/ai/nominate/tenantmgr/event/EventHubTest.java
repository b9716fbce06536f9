package ai.nominate.tenantmgr.event;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.event.feed.Chunk;
import ai.nominate.tenantmgr.event.feed.Delivery;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Managers that share a database: each reads once for all that follow there. */
class EventHubTest {
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final List<Cancellable> following = new ArrayList<>();
    private EventDatabase database;

    @BeforeEach
    void prepare() throws Exception {
        database = new EventDatabase();
    }

    @AfterEach
    void close() {
        following.forEach(Cancellable::cancel);
        threads.shutdownNow();
        database.close();
    }

    @Test
    void a_follower_in_another_manager_hears_of_an_event_within_a_second() throws Exception {
        EventHub other = new EventHub(new EventTable(database.pool()));
        List<String> heard = follow(other, 0);
        write("warm-up");
        eventually("the reader reads", () -> heard.size() == 1);

        long start = System.nanoTime();
        write("told");
        eventually("the follower hears of it", Duration.ofSeconds(10), () -> heard.contains("told"));

        // the poll is 500 ms; the rest is for a machine that is busy
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void nothing_is_lost_when_the_connections_of_the_reader_are_killed() throws Exception {
        List<String> heard = follow(new EventHub(new EventTable(database.pool())), 0);
        List<String> written = new ArrayList<>();
        for (int round = 0; round < 5; round++) {
            for (int i = 0; i < 10; i++) {
                write(round + "-" + i);
                written.add(round + "-" + i);
            }
            int expected = written.size() - 5;
            eventually("most are heard", () -> heard.size() >= expected);
            database.execute("select pg_terminate_backend(pid) from pg_stat_activity "
                    + "where datname = current_database() and pid <> pg_backend_pid()");
        }

        eventually("all are heard", () -> heard.size() >= written.size());
        assertThat(heard).containsExactlyElementsOf(written);
    }

    @Test
    void what_was_pruned_is_a_gap_and_the_newest_is_kept() throws Exception {
        for (int i = 1; i <= 5; i++) {
            write("event-" + i);
        }
        database.execute("update event set at = now() - interval '3 days'");
        EventTable table = new EventTable(database.pool());
        int removed = table.prune(Instant.now().minus(Duration.ofHours(48)))
                .subscribeAsCompletionStage()
                .get(10, TimeUnit.SECONDS);

        List<String> heard = follow(new EventHub(table), 2);

        assertThat(removed).isEqualTo(4);
        eventually("the newest is heard", () -> heard.size() == 2);
        assertThat(heard).containsExactly("gap 3 to 4", "event-5");
    }

    @Test
    void a_number_of_a_newer_database_is_a_gap_too() throws Exception {
        write("one");
        List<String> heard = follow(new EventHub(new EventTable(database.pool())), 1000);
        eventually("the follower is told", () -> !heard.isEmpty());
        write("two");

        eventually("the next is heard", () -> heard.size() == 2);
        assertThat(heard).containsExactly("gap 2 to 1000", "two");
    }

    @Test
    void a_thousand_followers_cost_as_many_statements_as_one() throws Exception {
        AtomicInteger statements = new AtomicInteger();
        EventTable counted = new EventTable(database.pool()) {
            @Override
            public Uni<Chunk<StoredEvent>> after(long seq, int limit, int bytes) {
                statements.incrementAndGet();
                return super.after(seq, limit, bytes);
            }
        };
        EventHub hub = new EventHub(counted);
        List<List<String>> heard = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            heard.add(follow(hub, 0));
        }
        long start = System.nanoTime();
        statements.set(0);
        for (int i = 1; i <= 10; i++) {
            int count = i;
            write("event-" + i);
            hub.wake();
            eventually("all have heard it", () -> heard.stream().allMatch(one -> one.size() == count));
        }

        long milliseconds = Duration.ofNanos(System.nanoTime() - start).toMillis();
        assertThat(statements.get()).isLessThanOrEqualTo((int) (milliseconds / 50) + 2);
    }

    private List<String> follow(EventHub hub, long afterSeq) {
        List<String> heard = new CopyOnWriteArrayList<>();
        following.add(hub.follow(afterSeq, threads)
                .subscribe()
                .with(delivery -> heard.add(
                        switch (delivery) {
                            case Delivery.Entry<StoredEvent>(StoredEvent event) -> event.type();
                            case Delivery.Gap<StoredEvent>(long from, long to) -> "gap " + from + " to " + to;
                        })));
        return heard;
    }

    private void write(String type) throws Exception {
        try (Connection connection = database.connect()) {
            EventDatabase.write(connection, type);
        }
    }
}
