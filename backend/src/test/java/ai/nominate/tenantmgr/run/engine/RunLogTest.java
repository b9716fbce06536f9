package ai.nominate.tenantmgr.run.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.kernel.Secret;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RunLogTest {
    private static final RunLogLimits LIMITS = new RunLogLimits(1000, 1 << 20);
    private static final String PASSWORD = "p4ssw0rd-of-acme";

    private final Store store = new Store();

    @Test
    void a_secret_is_masked_in_the_log_and_in_what_is_stored_of_a_failure() {
        try (RunLog log = log(LIMITS)) {
            log.mask(List.of(new Secret(PASSWORD), new Secret("-----BEGIN-----\nsome short\nlines\n-----END-----")));

            log.add("s", "out", "info", "cannot connect to postgresql://acme:" + PASSWORD + "@127.0.0.1/acme");
            StepResult result = log.masked(new StepResult.Failed(
                    RunProblem.INTERNAL,
                    "exited: " + PASSWORD,
                    List.of("a " + PASSWORD, "-----BEGIN-----", "some short", "lines", "-----END-----", "b")));

            assertThat(result)
                    .isEqualTo(new StepResult.Failed(RunProblem.INTERNAL, "exited: •••", List.of("a •••", "•••", "b")));
            assertThat(log.masked(new StepResult.Done("made " + PASSWORD))).isEqualTo(new StepResult.Done("made •••"));
        }
        assertThat(store.texts()).containsExactly("cannot connect to postgresql://acme:•••@127.0.0.1/acme");
    }

    @Test
    void what_is_stored_of_a_failure_is_bounded() {
        try (RunLog log = log(LIMITS)) {
            List<String> lines = IntStream.range(0, 100)
                    .mapToObj(i -> i + "x".repeat(16_000))
                    .toList();

            StepResult.Failed failed =
                    (StepResult.Failed) log.masked(new StepResult.Failed(RunProblem.INTERNAL, "failed", lines));

            assertThat(failed.evidence())
                    .hasSize(15)
                    .allSatisfy(line -> assertThat(line).hasSizeLessThan(1100).endsWith(" … (cut)"));
        }
    }

    @Test
    void a_line_keeps_its_colours_and_no_other_sequences_and_line_breaks() {
        try (RunLog log = log(LIMITS)) {
            log.add("s", "out", "info", "\u001B[31mred\u001B[0m \u001B]0;title\u0007\u001B[2J end\nforged");
        }
        assertThat(store.texts()).containsExactly("\u001B[31mred\u001B[0m  end forged");
    }

    @Test
    void output_over_the_limit_of_bytes_is_dropped_with_a_notice() {
        try (RunLog log = log(new RunLogLimits(1000, 50_000))) {
            IntStream.range(0, 10).forEach(i -> log.add("s", "out", "info", "x".repeat(10_000)));
            log.add("s", "info", "info", "The manager says");
        }
        assertThat(store.texts())
                .hasSize(7)
                .endsWith(
                        "5 more lines of output were dropped: the limit is 1000 lines and 0 MiB per run"
                                + " (settings deployment.logLines and deployment.logSizeMiB)",
                        "The manager says");
    }

    @Test
    @Timeout(20)
    void a_flood_waits_for_a_slow_database_and_takes_no_memory() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        try (RunLog log = log(new RunLogLimits(10_000, 1 << 30))) {
            store.hold();
            Thread flood = Thread.ofVirtual().start(() -> {
                IntStream.range(0, 1000).forEach(i -> log.add("s", "out", "info", "x".repeat(16_000)));
                done.countDown();
            });
            assertThat(done.await(300, TimeUnit.MILLISECONDS)).isFalse();

            store.release();

            flood.join();
        }
        assertThat(store.lines).hasSize(1000);
        assertThat(store.largestBatch).isLessThan(512 << 10);
    }

    @Test
    @Timeout(20)
    void nobody_waits_for_a_log_that_another_manager_writes_now() {
        store.isLost = true;
        try (RunLog log = log(LIMITS)) {
            IntStream.range(0, 1000).forEach(i -> log.add("s", "out", "info", "x".repeat(16_000)));
            log.flush();
        }
        assertThat(store.lines).isEmpty();
    }

    private RunLog log(RunLogLimits limits) {
        return new RunLog(UUID.randomUUID(), 1, limits, store, () -> {}, Clock.systemUTC());
    }

    private static final class Store implements RunLogStore {
        final List<LogLine> lines = Collections.synchronizedList(new ArrayList<>());
        volatile int largestBatch;
        volatile boolean isLost;
        private volatile CountDownLatch held = new CountDownLatch(0);

        void hold() {
            held = new CountDownLatch(1);
        }

        void release() {
            held.countDown();
        }

        List<String> texts() {
            return lines.stream().map(LogLine::text).toList();
        }

        @Override
        public RunLogSize size(UUID run) {
            return RunLogSize.EMPTY;
        }

        @Override
        public boolean append(UUID run, long epoch, List<LogLine> batch) {
            try {
                held.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            largestBatch = Math.max(
                    largestBatch,
                    batch.stream().mapToInt(line -> line.text().length()).sum());
            return !isLost && lines.addAll(batch);
        }
    }
}
