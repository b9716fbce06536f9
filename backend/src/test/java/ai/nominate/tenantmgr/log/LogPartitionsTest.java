package ai.nominate.tenantmgr.log;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.host.postgres.PostgresAddress;
import ai.nominate.tenantmgr.host.postgres.TestPostgres;
import ai.nominate.tenantmgr.kernel.OwnServer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Days of the log come and go as tables, in a real database. */
class LogPartitionsTest {
    private static final Path SCHEMA = Path.of("../schema/db/V114__manager_log.sql");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private final Vertx vertx = Vertx.vertx();
    private final OwnServer server = () -> (short) 1;
    private Pool pool;

    @BeforeEach
    void a_database() throws Exception {
        PostgresAddress address = TestPostgres.fresh();
        pool = Pool.newInstance(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(4))
                .connectingTo(PgConnectOptions.fromUri(address.reactiveUrl())
                        .setUser(address.user())
                        .setPassword(address.password().reveal()))
                .using(vertx)
                .build());
        done(pool.query("create table tenant (id uuid, slug text)").execute());
        done(pool.query(Files.readString(SCHEMA)).execute());
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void an_entry_makes_its_day_and_a_day_goes_with_its_entries() {
        LogPartitions partitions = new LogPartitions(pool);
        LogTable table = new LogTable(pool, server, partitions);
        LogPages pages = new LogPages(pool);
        done(table.insert(List.of(entry(DAY, "old"), entry(DAY.plusDays(1), "middle"), entry(DAY.plusDays(2), "new"))));

        assertThat(done(partitions.dropBefore(DAY.plusDays(1)))).isEqualTo(1);
        assertThat(done(partitions.dropBefore(DAY.plusDays(1)))).isZero();

        LogFilter all = new LogFilter(null, null, null, null, null, null, null, Optional.empty());
        assertThat(done(pages.before(Long.MAX_VALUE, 10, all)).items())
                .extracting(LogEntry::text)
                .containsExactly("middle", "new");
        assertThat(done(table.isLost(1, 1))).isTrue();
        assertThat(done(table.isLost(2, 2))).isFalse();
    }

    @Test
    void two_managers_make_one_day_at_once() {
        LogPartitions one = new LogPartitions(pool);
        LogPartitions other = new LogPartitions(pool);

        done(Uni.combine()
                .all()
                .unis(one.ensure(List.of(DAY)), other.ensure(List.of(DAY)))
                .discardItems());

        assertThat(done(new LogTable(pool, server, other).insert(List.of(entry(DAY, "a")))))
                .isNull();
    }

    @Test
    void a_filter_that_finds_little_says_where_it_came_to() {
        LogTable table = new LogTable(pool, server, new LogPartitions(pool));
        LogPages pages = new LogPages(pool);
        done(table.insert(List.of(entry(DAY, "rare"))));
        for (int batch = 0; batch < 3; batch++) {
            done(table.insert(
                    IntStream.range(0, 7000).mapToObj(i -> entry(DAY, "usual")).toList()));
        }
        LogFilter rare = new LogFilter(null, null, null, null, "RARE", null, null, Optional.empty());

        LogEntryPage first = done(pages.before(Long.MAX_VALUE, 100, rare));
        assertThat(first.items()).isEmpty();
        assertThat(first.newerSeq()).isEqualTo(21_001);
        LogEntryPage second = done(pages.before(first.olderSeq(), 100, rare));
        assertThat(second.items()).extracting(LogEntry::text).containsExactly("rare");
        assertThat(second.olderSeq()).isNull();
    }

    private static NewEntry entry(LocalDate day, String text) {
        Instant noon = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
        return new NewEntry(noon, LogLevel.INFO, LogSource.MANAGER, "a", null, null, null, null, text);
    }

    private static <T> T done(Uni<T> work) {
        try {
            return work.subscribeAsCompletionStage().get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
