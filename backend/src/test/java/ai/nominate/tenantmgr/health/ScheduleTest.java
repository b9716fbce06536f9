package ai.nominate.tenantmgr.health;

import static ai.nominate.tenantmgr.health.Checked.LIMITS;
import static ai.nominate.tenantmgr.health.Checked.NOW;
import static ai.nominate.tenantmgr.health.Checked.site;
import static ai.nominate.tenantmgr.health.Checked.target;
import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.health.probe.CheckKind;
import ai.nominate.tenantmgr.health.probe.CheckTarget;
import ai.nominate.tenantmgr.health.probe.Outcome;
import ai.nominate.tenantmgr.health.probe.Probe;
import ai.nominate.tenantmgr.health.probe.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which checks are due, and how they are let to look. */
class ScheduleTest {
    private final Schedule schedule = new Schedule();
    private final ResultBuffer buffer = new ResultBuffer(100);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void each_check_is_due_once_in_an_interval_and_a_new_tenant_within_seconds() {
        schedule.set(List.of(target(1, "r"), target(2, "r")), LIMITS, Set.of(), NOW);

        assertThat(due(NOW.plusSeconds(5))).hasSize(6);
        Map<CheckKey, Integer> counts = new HashMap<>();
        for (int second = 6; second <= 605; second++) {
            due(NOW.plusSeconds(second)).forEach(check -> counts.merge(check, 1, Integer::sum));
        }

        assertThat(counts.get(site(1))).isBetween(10, 11);
        assertThat(counts.get(site(2))).isBetween(10, 11);
        assertThat(counts.getOrDefault(new CheckKey(site(1).tenant(), CheckKind.DISK), 0))
                .isLessThanOrEqualTo(1);
    }

    @Test
    void another_manager_that_takes_over_checks_each_within_one_interval() {
        Set<CheckKey> known = IntStream.range(0, 50).mapToObj(Checked::site).collect(Collectors.toSet());
        schedule.set(IntStream.range(0, 50).mapToObj(i -> target(i, "r")).toList(), LIMITS, known, NOW);

        List<CheckKey> seen = new ArrayList<>();
        for (int second = 1; second <= 60; second++) {
            seen.addAll(due(NOW.plusSeconds(second)));
        }

        assertThat(seen.stream().filter(known::contains).toList())
                .doesNotHaveDuplicates()
                .hasSize(50);
    }

    @Test
    void missed_times_are_not_made_up_for() {
        schedule.set(List.of(target(1, "r")), LIMITS, Set.of(), NOW);
        due(NOW.plusSeconds(5));

        assertThat(due(NOW.plusSeconds(3000)).stream().filter(site(1)::equals)).hasSize(1);
    }

    @Test
    void a_check_that_is_pending_comes_earlier_and_a_removed_tenant_not_at_all() {
        schedule.set(List.of(target(1, "r"), target(2, "r")), LIMITS, Set.of(site(1), site(2)), NOW);
        schedule.advance(site(1), NOW.plusMillis(1));
        schedule.advance(site(2), NOW.plusMillis(1));
        schedule.set(List.of(target(1, "r")), LIMITS, Set.of(site(1)), NOW);

        assertThat(due(NOW.plusMillis(2))).containsExactly(site(1));
    }

    @Test
    void no_more_looks_run_side_by_side_than_their_kind_permits_and_one_that_waits_too_long_is_unknown()
            throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        TestTime time = new TestTime();
        Dispatcher dispatcher = new Dispatcher(
                List.of(
                        probe(CheckKind.FRONTEND, () -> {}),
                        probe(CheckKind.CERTIFICATE, () -> {}),
                        probe(CheckKind.DISK, () -> {
                            most.accumulateAndGet(running.incrementAndGet(), Math::max);
                            try {
                                release.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            running.decrementAndGet();
                        })),
                schedule,
                buffer,
                threads,
                time);
        HealthLimits minute = new HealthLimits(
                Duration.ofMinutes(1), Duration.ofMinutes(1), new Thresholds(3, 2), 30, Checked.WARNINGS);
        schedule.set(IntStream.range(0, 6).mapToObj(i -> target(i, "r")).toList(), minute, Set.of(), NOW);
        time.now = NOW.plusSeconds(5);
        dispatcher.tick();
        ai.nominate.tenantmgr.host.Eventually.eventually("two looks at disks", () -> running.get() == 2);

        time.now = NOW.plusSeconds(70);
        release.countDown();

        List<CheckResult> disks = new ArrayList<>();
        ai.nominate.tenantmgr.host.Eventually.eventually("all disks have a result", () -> {
            buffer.take(100).results().stream()
                    .filter(result -> result.check().kind() == CheckKind.DISK)
                    .forEach(disks::add);
            return disks.size() >= 6;
        });
        assertThat(most.get()).isEqualTo(2);
        assertThat(disks.stream().filter(result -> result.verdict() == Verdict.OK))
                .hasSize(2);
        assertThat(disks.stream().filter(result -> result.outcome().detail().equals(Dispatcher.TOO_LATE)))
                .hasSize(4);
    }

    @Test
    void a_probe_that_cannot_look_says_nothing_of_tenants() {
        Dispatcher dispatcher = new Dispatcher(
                List.of(
                        probe(CheckKind.FRONTEND, () -> {
                            throw new IllegalStateException("no file descriptor is left");
                        }),
                        probe(CheckKind.DISK, () -> {}),
                        probe(CheckKind.CERTIFICATE, () -> {})),
                schedule,
                buffer,
                threads,
                new TestTime());

        assertThat(dispatcher.look(target(1, "r")).stream()
                        .filter(result -> result.check().equals(site(1))))
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.verdict()).isEqualTo(Verdict.UNKNOWN);
                    assertThat(result.outcome().detail()).isEqualTo("no file descriptor is left");
                });
    }

    @Test
    void results_that_wait_are_bounded_and_keep_their_order() {
        ResultBuffer small = new ResultBuffer(3);
        small.add(List.of(Checked.result(site(1), Verdict.OK, 1), Checked.result(site(1), Verdict.OK, 2)));
        ResultBuffer.Taken taken = small.take(10);
        small.add(List.of(Checked.result(site(1), Verdict.OK, 3), Checked.result(site(1), Verdict.OK, 4)));
        small.putBack(taken);

        assertThat(small.take(10).results())
                .extracting(result -> result.at().getEpochSecond() - NOW.getEpochSecond())
                .containsExactly(2L, 3L, 4L);
        assertThat(small.dropped()).isEqualTo(1);
    }

    private List<CheckKey> due(Instant now) {
        return schedule.take(now).stream().map(Schedule.Due::check).toList();
    }

    private static Probe probe(CheckKind kind, Runnable work) {
        return new Probe() {
            @Override
            public CheckKind kind() {
                return kind;
            }

            @Override
            public Map<UUID, Outcome> look(List<CheckTarget> targets) {
                work.run();
                return targets.stream()
                        .collect(Collectors.toMap(
                                target -> target.tenant().id(), target -> Outcome.of(Verdict.OK, "good")));
            }
        };
    }

    private static final class TestTime extends Clock {
        private volatile Instant now = NOW;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
