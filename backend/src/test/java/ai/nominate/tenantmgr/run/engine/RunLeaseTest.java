package ai.nominate.tenantmgr.run.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.job.Permit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whom a look at the row of a run interrupts. */
class RunLeaseTest {
    private final MemoryRun run = new MemoryRun(new FiveSteps(0, false, () -> {}), () -> {});
    private final RunLease lease = new RunLease(run.claim(), Permit.ALWAYS, System::nanoTime);

    @AfterEach
    void nothing_is_left_for_other_tests() {
        Thread.interrupted();
    }

    @Test
    void a_run_that_another_manager_took_over_is_interrupted() {
        run.claim();

        lease.look();

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void after_its_end_a_look_that_was_under_way_interrupts_nothing() {
        run.claim();
        lease.close();

        lease.look();

        assertThat(Thread.interrupted())
                .as("a query of the scheduler would be cut")
                .isFalse();
    }
}
