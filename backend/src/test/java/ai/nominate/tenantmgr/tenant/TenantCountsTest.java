package ai.nominate.tenantmgr.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The counts always equals the counts of the tenants. */
@QuarkusTest
class TenantCountsTest {
    /** Tally and actual counts, where they differ. One statement, so that both see the same snapshot. */
    private static final String WRONG = """
            select string_agg(concat_ws(' ', kind, t.tenants, c.tenants), ', ')
            from (select status || '/' || health as kind, sum(tenants) as tenants from tenant_tally group by 1) t
            full join (select status || '/' || health as kind, count(*) as tenants from tenant group by 1) c using (kind)
            where coalesce(t.tenants, 0) <> coalesce(c.tenants, 0)""";

    private static final List<String> STATUSES = List.of("draft", "active", "stopped", "failed");
    private static final List<String> HEALTHS = List.of("healthy", "degraded", "unhealthy", "unknown");
    private static final int WRITERS = 4;
    private static final int CHANGES = 200;

    @Inject
    AgroalDataSource database;

    @Inject
    TenantCounts counts;

    private final String mark = "y" + UUID.randomUUID().toString().substring(0, 6);

    @AfterEach
    void tidy() throws SQLException {
        value("with gone as (delete from tenant where slug like '" + mark
                + "%' returning 1) select count(*) from gone");
        assertThat(value(WRONG)).isNull();
    }

    @Test
    void whoever_changes_them_at_once_and_however_it_is_added_up() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        List<String> wrong = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(WRITERS + 2)) {
            List<Future<Void>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int own = writer;
                writers.add(threads.submit(() -> change(own)));
            }
            Future<?> adding = threads.submit(() -> {
                while (!over.get()) {
                    counts.refresh().await().indefinitely();
                }
            });
            Callable<Void> looking = () -> {
                while (!over.get()) {
                    wrong.add(value(WRONG));
                }
                return null;
            };
            Future<Void> looks = threads.submit(looking);
            try {
                for (Future<Void> writer : writers) {
                    writer.get();
                }
            } finally {
                over.set(true);
            }
            adding.get();
            looks.get();
        }
        assertThat(wrong).isNotEmpty().containsOnlyNulls();
    }

    @Test
    void a_change_that_is_taken_back_counts_for_nothing() throws SQLException {
        String before = value("select sum(tenants) from tenant_tally");
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, insert(1));
            connection.rollback();
        }
        assertThat(value("select sum(tenants) from tenant_tally")).isEqualTo(before);
        assertThat(value(WRONG)).isNull();
    }

    @Test
    void added_up_there_is_a_row_for_each_kind() throws SQLException {
        try (Connection connection = database.getConnection()) {
            for (int number = 0; number < 150; number++) {
                execute(connection, insert(number));
            }
        }

        counts.refresh().await().indefinitely();

        assertThat(Integer.parseInt(value("select count(*) from tenant_tally"))).isLessThan(100);
    }

    /** Creates, moves and deletes tenants, individually, in bulk, and for a moment only. */
    private Void change(int writer) throws SQLException {
        Random random = new Random(writer);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (int change = 0; change < CHANGES; change++) {
                int number = 1000 * (writer + 1) + random.nextInt(50);
                execute(
                        connection,
                        switch (random.nextInt(4)) {
                            case 0, 1 -> insert(number) + " on conflict (slug) do update set status = 'active'";
                            case 2 ->
                                "update tenant set status = '" + any(STATUSES, random) + "', health = '"
                                        + any(HEALTHS, random) + "' where slug like '" + mark + (writer + 1) + "%'";
                            default -> "delete from tenant where slug = '" + mark + number + "'";
                        });
                if (random.nextInt(5) == 0) {
                    connection.rollback();
                } else {
                    connection.commit();
                }
            }
        }
        return null;
    }

    private String insert(int number) {
        String slug = mark + number;
        return "insert into tenant (id, server_id, slug, name, domain, status) values (gen_random_uuid(), 1, '" + slug
                + "', 'tallied', '" + slug + ".example', 'draft')";
    }

    private static String any(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }

    private String value(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
