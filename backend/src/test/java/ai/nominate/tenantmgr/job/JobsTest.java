package ai.nominate.tenantmgr.job;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A job belongs to a server, and only that server's manager carries it out. */
@QuarkusTest
class JobsTest {
    private static final short ANOTHER = 99;
    private final String id = UUID.randomUUID().toString();

    @Inject
    Jobs jobs;

    @Inject
    CountedJob job;

    @Inject
    HeldJob held;

    @Inject
    AgroalDataSource database;

    @Test
    void a_job_of_the_own_server_is_carried_out_once_and_gone() throws SQLException {
        Reactive.transaction(() -> jobs.enqueue(CountedJob.NAME, id));
        jobs.wake();

        eventually("it ran", () -> job.ran().contains(id));
        eventually("it is gone", () -> rows(id).equals("0"));
        assertThat(job.ran()).containsOnlyOnce(id);
    }

    @Test
    void long_jobs_that_do_not_end_keep_no_short_one_from_running() {
        for (int number = 0; number < JobLane.LONG.workers(); number++) {
            String stuck = UUID.randomUUID().toString();
            Reactive.transaction(() -> jobs.enqueue(HeldJob.NAME, stuck));
        }
        jobs.wake();
        try {
            eventually("every worker of the long jobs is held", () -> held.begun() == JobLane.LONG.workers());

            Reactive.transaction(() -> jobs.enqueue(CountedJob.NAME, id));
            jobs.wake();

            eventually("the short job ran", () -> job.ran().contains(id));
        } finally {
            held.release();
        }
    }

    @Test
    void a_job_of_another_server_stays_and_is_not_picked() throws SQLException {
        String others = UUID.randomUUID().toString();
        Reactive.transaction(() -> jobs.enqueue(CountedJob.NAME, others, ANOTHER));
        Reactive.transaction(() -> jobs.enqueue(CountedJob.NAME, id));
        jobs.wake();
        eventually("a later one of its own server ran", () -> job.ran().contains(id));

        assertThat(value("select task_name || ' ' || picked from scheduled_tasks where task_instance = '" + others
                        + "'"))
                .isEqualTo("counted@99 false");
        assertThat(job.ran()).doesNotContain(others);
        execute("delete from scheduled_tasks where task_instance = '" + others + "'");
    }

    @Test
    void nothing_runs_until_it_is_started_and_what_was_picked_before_is_taken_up_then() throws SQLException {
        String picked = UUID.randomUUID().toString();
        jobs.stop();
        try {
            execute(
                    "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat,"
                            + " version) values ('counted@1', '" + picked
                            + "', now(), true, 'a dead manager', now(), 7),"
                            + " ('counted@99', '" + picked + "', now(), true, 'a living manager', now(), 7)");
            Reactive.transaction(() -> jobs.enqueue(CountedJob.NAME, id));
            jobs.wake();
            assertThat(value("select count(*) from scheduled_tasks where task_instance = '" + id + "' and not picked"))
                    .isEqualTo("1");
        } finally {
            jobs.start();
        }

        eventually("both ran", () -> job.ran().contains(id) && job.ran().contains(picked));
        assertThat(value("select picked_by from scheduled_tasks where task_instance = '" + picked
                        + "' and task_name = 'counted@99'"))
                .isEqualTo("a living manager");
        execute("delete from scheduled_tasks where task_instance = '" + picked + "' and task_name = 'counted@99'");
    }

    private String rows(String instance) {
        try {
            return value("select count(*) from scheduled_tasks where task_instance = '" + instance + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String value(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
