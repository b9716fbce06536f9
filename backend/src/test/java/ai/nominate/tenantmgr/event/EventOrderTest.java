package ai.nominate.tenantmgr.event;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A reader that has a number has everything before it, in whatever order transactions commit. */
class EventOrderTest {
    private static final String NUMBER_NOW = "set constraints all immediate";
    private static final String WITHOUT_LOCK = """
            create or replace function number_event() returns trigger language plpgsql as $$
            begin
                update event set seq = nextval('event_seq') where id = new.id;
                return null;
            end $$""";

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private EventDatabase database;
    private EventTable table;

    @BeforeEach
    void prepare() throws Exception {
        database = new EventDatabase();
        table = new EventTable(database.pool());
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        database.close();
    }

    @Test
    void commits_of_many_connections_are_read_in_order_and_none_is_lost() throws Exception {
        int writers = 12;
        int each = 60;
        List<Future<?>> writing = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            int seed = writer;
            writing.add(threads.submit(() -> {
                write(seed, each);
                return null;
            }));
        }

        List<StoredEvent> read = new ArrayList<>();
        eventually("all are read", () -> {
            read.addAll(after(read.isEmpty() ? 0 : read.getLast().seq()));
            return read.size() >= writers * each;
        });
        for (Future<?> one : writing) {
            one.get();
        }

        assertThat(read).extracting(StoredEvent::seq).isSorted().doesNotHaveDuplicates();
        assertThat(new HashSet<>(read.stream().map(StoredEvent::type).toList())).hasSize(writers * each);
    }

    /** Each transaction does something after its event, and some of them are given up. */
    private void write(int writer, int count) throws Exception {
        Random random = new Random(writer);
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < count; i++) {
                EventDatabase.write(connection, "given-up");
                connection.rollback();
                EventDatabase.write(connection, writer + "-" + i);
                statement.execute("select pg_sleep(" + random.nextInt(6) / 1000.0 + ")");
                connection.commit();
            }
        }
    }

    @Test
    void an_earlier_number_that_commits_later_is_waited_for() throws Exception {
        try (Connection first = database.connect();
                Connection second = database.connect()) {
            numbered(first, "first");
            CompletableFuture<Void> committed = CompletableFuture.runAsync(() -> commit(second, "second"), threads);
            eventually(
                    "the second transaction waits for the lock",
                    () -> database.number("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                            == 1);
            assertThat(after(0)).isEmpty();

            first.commit();
            committed.get();
        }

        assertThat(after(0)).extracting(StoredEvent::type).containsExactly("first", "second");
    }

    /** Why there is a lock: the same without it. */
    @Test
    void without_the_lock_a_reader_loses_an_event() throws Exception {
        database.execute(WITHOUT_LOCK);
        long last;
        try (Connection first = database.connect();
                Connection second = database.connect()) {
            numbered(first, "first");
            commit(second, "second");
            List<StoredEvent> read = after(0);
            assertThat(read).extracting(StoredEvent::type).containsExactly("second");
            last = read.getLast().seq();
            first.commit();
        }

        assertThat(after(last)).isEmpty();
        assertThat(database.number("select count(*) from event")).isEqualTo(2);
    }

    /** The lock is taken at the commit, so a transaction that goes on after its event keeps no other from committing. */
    @Test
    void a_transaction_that_has_written_an_event_delays_no_other_before_its_commit() throws Exception {
        try (Connection slow = database.connect();
                Connection quick = database.connect()) {
            slow.setAutoCommit(false);
            EventDatabase.write(slow, "slow");
            commit(quick, "quick");
            assertThat(after(0)).extracting(StoredEvent::type).containsExactly("quick");
            slow.commit();
        }

        assertThat(after(0)).extracting(StoredEvent::type).containsExactly("quick", "slow");
    }

    private static void numbered(Connection connection, String type) throws Exception {
        connection.setAutoCommit(false);
        EventDatabase.write(connection, type);
        try (var statement = connection.createStatement()) {
            statement.execute(NUMBER_NOW);
        }
    }

    private static void commit(Connection connection, String type) {
        try {
            EventDatabase.write(connection, type);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<StoredEvent> after(long seq) {
        try {
            return table.after(seq, 1000, 1 << 20)
                    .subscribeAsCompletionStage()
                    .get()
                    .entries();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
