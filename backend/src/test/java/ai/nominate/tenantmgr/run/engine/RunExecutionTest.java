package ai.nominate.tenantmgr.run.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.host.command.RunInterrupted;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.PermitLost;
import ai.nominate.tenantmgr.run.ActiveRun;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules of the engine, at every point at which something can happen to a run: no machine, no database. */
class RunExecutionTest {
    /** More interactions than any run of five steps has, undo included. */
    private static final int POINTS = 40;

    private static final Duration PATIENCE = Duration.ofMillis(100);

    @AfterEach
    void clearInterrupt() {
        Thread.interrupted();
    }

    @TestFactory
    Stream<DynamicTest> a_run_that_is_killed_at_any_point_ends_as_it_would_have_ended() {
        return failingSteps()
                .boxed()
                .flatMap(failing -> points("failing step " + failing, point -> {
                    Story story = new Story(failing);
                    story.at(point, story::kill);

                    story.execute();
                    story.execute();

                    story.endsAsIfNothingHadHappened(failing);
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_run_that_is_killed_twice_ends_as_it_would_have_ended() {
        return failingSteps()
                .boxed()
                .flatMap(failing -> points("failing step " + failing, point -> {
                    for (int second = 1; second < POINTS; second += 7) {
                        Story story = new Story(failing);
                        story.at(point, story::kill);
                        story.at(point + second, story::kill);

                        story.execute();
                        story.execute();
                        story.execute();

                        story.endsAsIfNothingHadHappened(failing);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_recorded_failure_is_undone_although_the_step_would_succeed_now() {
        return failingSteps()
                .skip(1)
                .boxed()
                .flatMap(failing -> points("failing step " + failing, point -> {
                    Story story = new Story(failing);
                    story.at(point, story::kill);

                    story.execute();
                    boolean wasRecorded = story.run.failure() != null;
                    story.kind.heal();
                    story.execute();

                    assertThat(story.run.status()).isEqualTo(wasRecorded ? RunStatus.FAILED : RunStatus.SUCCEEDED);
                    assertThat(story.kind.effects).hasSize(wasRecorded ? 0 : 5);
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_run_that_is_cancelled_before_its_point_of_no_return_is_undone_and_later_not_at_all() {
        return points("cancelled", point -> {
            Story story = new Story(0);
            boolean[] accepted = new boolean[1];
            story.at(point, () -> {
                accepted[0] = story.run.cancel(FiveSteps.POINT_OF_NO_RETURN);
                story.lease.look();
            });

            story.execute();

            assertThat(story.run.status()).isEqualTo(accepted[0] ? RunStatus.CANCELLED : RunStatus.SUCCEEDED);
            assertThat(story.kind.effects).hasSize(accepted[0] ? 0 : 5);
        });
    }

    @TestFactory
    Stream<DynamicTest> a_cancel_is_obeyed_although_the_manager_is_killed_before_it_could() {
        return points("cancelled, then killed", point -> {
            Story story = new Story(0);
            boolean[] accepted = new boolean[1];
            story.at(point, () -> {
                accepted[0] = story.run.cancel(FiveSteps.POINT_OF_NO_RETURN);
                story.kill();
            });

            story.execute();
            story.execute();

            assertThat(story.run.status()).isEqualTo(accepted[0] ? RunStatus.CANCELLED : RunStatus.SUCCEEDED);
            assertThat(story.kind.effects).hasSize(accepted[0] ? 0 : 5);
        });
    }

    @TestFactory
    Stream<DynamicTest> a_manager_that_was_stopped_past_its_lease_changes_nothing_when_it_continues() {
        return failingSteps()
                .boxed()
                .flatMap(failing -> points("failing step " + failing, point -> {
                    Story story = new Story(failing);
                    story.at(point, () -> {
                        story.stopPastTheLease();
                        story.takeOver();
                    });

                    story.execute();

                    story.endsAsIfNothingHadHappened(failing);
                    assertThat(story.kind.history)
                            .noneMatch(entry -> entry.endsWith(" in 1") && story.isAfterTakeover(entry));
                }));
    }

    @TestFactory
    Stream<DynamicTest> the_log_has_no_gap_whatever_happens_to_the_manager() {
        return points("killed", point -> {
            Story story = new Story(3);
            story.at(point, story::kill);

            story.execute();
            story.execute();

            assertThat(story.run.log)
                    .extracting(LogLine::seq)
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, story.run.log.size())
                            .mapToObj(Long::valueOf)
                            .toList());
            assertThat(story.run.log.getLast().text()).isEqualTo("All changes were undone");
        });
    }

    private static IntStream failingSteps() {
        return IntStream.rangeClosed(0, 5);
    }

    private static Stream<DynamicTest> points(String name, IntConsumer test) {
        return IntStream.rangeClosed(1, POINTS)
                .mapToObj(
                        point -> DynamicTest.dynamicTest(name + ", at interaction " + point, () -> test.accept(point)));
    }

    @TestFactory
    Stream<DynamicTest> an_error_in_a_step_fails_the_run_like_any_other_failure() {
        return Stream.of(new OutOfMemoryError("a test"), new StackOverflowError("a test"), new AssertionError("a test"))
                .map(error -> DynamicTest.dynamicTest(error.toString(), () -> {
                    Story story = new Story(0);
                    story.kind.inStep(3, context -> {
                        throw error;
                    });

                    story.execute();

                    assertThat(story.run.status()).isEqualTo(RunStatus.FAILED);
                    assertThat(story.run.failure().step()).isEqualTo("step-3");
                    assertThat(story.run.failure().undone()).isTrue();
                    assertThat(story.kind.effects).isEmpty();
                }));
    }

    @Test
    void an_error_in_the_undo_is_said_and_the_other_steps_are_undone() {
        Story story = new Story(4);
        story.kind.inUndo(2, context -> {
            throw new OutOfMemoryError("a test");
        });

        story.execute();

        assertThat(story.run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(story.run.failure().undone()).isFalse();
        assertThat(story.kind.effects).containsOnlyKeys("step-2");
    }

    @Test
    void a_step_that_ends_its_manager_three_times_fails_its_run() {
        Story story = new Story(0);
        story.kind.inStep(3, context -> story.kill());

        for (int manager = 1; manager <= RunExecution.MOST_ATTEMPTS; manager++) {
            story.execute();
            assertThat(story.run.status()).isEqualTo(RunStatus.RUNNING);
        }
        story.execute();

        assertThat(story.run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(story.run.failure().step()).isEqualTo("step-3");
        assertThat(story.run.failure().code()).isEqualTo("run.no-progress");
        assertThat(story.run.failure().undone()).isTrue();
        assertThat(story.kind.effects).isEmpty();
    }

    @Test
    void an_undo_that_ends_its_manager_three_times_ends_the_run_and_says_what_stays() {
        Story story = new Story(4);
        story.kind.inUndo(2, context -> story.kill());

        for (int manager = 1; manager <= RunExecution.MOST_ATTEMPTS; manager++) {
            story.execute();
            assertThat(story.run.status()).isEqualTo(RunStatus.RUNNING);
        }
        story.execute();

        assertThat(story.run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(story.run.failure().step()).isEqualTo("step-4");
        assertThat(story.run.failure().undone()).isFalse();
        assertThat(story.run.log).anyMatch(line -> line.text().contains("stays"));
    }

    @Test
    void managers_that_end_in_different_steps_do_not_fail_the_run() {
        Story story = new Story(0);
        for (int step = 1; step <= 5; step++) {
            boolean[] hasKilled = new boolean[1];
            story.kind.inStep(step, context -> {
                if (!hasKilled[0]) {
                    hasKilled[0] = true;
                    story.kill();
                }
            });
        }

        for (int manager = 1; manager <= 6; manager++) {
            story.execute();
        }

        story.endsAsIfNothingHadHappened(0);
    }

    @Test
    void managers_that_are_stopped_in_a_step_do_not_count_as_failures() {
        Story story = new Story(0);
        int[] stops = new int[1];
        story.kind.inStep(2, context -> {
            if (stops[0]++ < 5) {
                throw new RunInterrupted("the manager is shutting down");
            }
        });

        for (int manager = 1; manager <= 6; manager++) {
            story.execute();
        }

        story.endsAsIfNothingHadHappened(0);
    }

    @Test
    void a_step_that_does_not_stop_is_left_behind_by_a_cancelled_run_and_cannot_act_any_more() throws Exception {
        Story story = new Story(0);
        CountDownLatch goesOn = new CountDownLatch(1);
        CompletableFuture<String> later = new CompletableFuture<>();
        story.kind.inStep(3, context -> {
            Permit permit = context.permit();
            assertThat(story.run.cancel(FiveSteps.POINT_OF_NO_RETURN)).isTrue();
            story.lease.look();
            awaitUninterruptibly(goesOn);
            later.complete(outcome(permit));
        });

        story.execute();

        assertThat(story.run.status()).isEqualTo(RunStatus.CANCELLED);
        assertThat(story.kind.effects).isEmpty();
        assertThat(story.run.log).anyMatch(line -> line.text().contains("did not stop"));
        goesOn.countDown();
        assertThat(later.get(10, TimeUnit.SECONDS)).isEqualTo("refused");
    }

    private static String outcome(Permit permit) {
        try {
            permit.check();
            return "allowed";
        } catch (PermitLost e) {
            return "refused";
        }
    }

    /** Like a read that no interrupt ends. */
    private static void awaitUninterruptibly(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                // goes on
            }
        }
    }

    /** The manager's process is gone: nothing after this point happens. */
    private static final class Killed extends Error {}

    /** One run, its machine, and the managers that execute it one after the other. */
    private static final class Story {
        final FiveSteps kind;
        final MemoryRun run;
        RunLease lease;
        private final java.util.Map<Integer, Runnable> events = new java.util.HashMap<>();
        private int interactions;
        private volatile boolean isKilled;
        private long now;
        private int historyAtTakeover = Integer.MAX_VALUE;

        Story(int failing) {
            kind = new FiveSteps(failing, this::interact);
            run = new MemoryRun(kind, this::interact);
        }

        void at(int point, Runnable event) {
            events.put(point, event);
        }

        /** Ends the manager that executes the run: none of its later calls has an effect. */
        void kill() {
            isKilled = true;
            throw new Killed();
        }

        private void interact() {
            if (isKilled) {
                throw new Killed();
            }
            Runnable event = events.remove(++interactions);
            if (event != null) {
                event.run();
            }
        }

        /** One manager claims the run and executes it until it ends or the manager does. */
        void execute() {
            isKilled = false;
            RunRecord record = run.claim();
            if (record == null) {
                return;
            }
            RunState state = record.state();
            RunLease mine = new RunLease(record, Permit.ALWAYS, () -> now);
            lease = mine;
            lease.look(); // as the watch would within a second
            try (RunLog log = new RunLog(
                    record.id(), record.epoch(), new RunLogLimits(1000, 1 << 20), run, () -> {}, Clock.systemUTC())) {
                RunContext context = new ActiveRun(record, state, mine, log);
                new RunExecution<>(kind, record, state, mine, log, context, Clock.systemUTC(), PATIENCE).execute();
            } catch (RunInterrupted end) {
                assertThat(end).isNotNull(); // the manager was stopped
                record.giveBack();
            } catch (Killed | PermitLost end) {
                assertThat(end).isNotNull(); // the next manager goes on
            }
            Thread.interrupted();
        }

        /** The process is stopped for longer than its lease lasts. */
        void stopPastTheLease() {
            now += RunLease.LONGEST_SILENCE.plus(Duration.ofSeconds(1)).toNanos();
        }

        /** Another manager executes the run to its end, while the first one is stopped. */
        void takeOver() {
            historyAtTakeover = kind.history.size();
            RunLease stopped = lease;
            execute();
            lease = stopped;
        }

        boolean isAfterTakeover(String entry) {
            return kind.history.indexOf(entry) >= historyAtTakeover;
        }

        void endsAsIfNothingHadHappened(int failing) {
            assertThat(run.outcomes).hasSize(1);
            if (failing == 0) {
                assertThat(run.status()).isEqualTo(RunStatus.SUCCEEDED);
                assertThat(kind.effects).hasSize(5);
                assertThat(Set.copyOf(run.steps.values())).containsExactly(StepStatus.DONE);
            } else {
                assertThat(run.status()).isEqualTo(RunStatus.FAILED);
                assertThat(run.failure().step()).isEqualTo("step-" + failing);
                assertThat(run.failure().undone()).isTrue();
                assertThat(kind.effects).isEmpty();
            }
        }
    }
}
