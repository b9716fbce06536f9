package ai.nominate.tenantmgr.run.engine;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.host.command.RunInterrupted;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.PermitLost;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.run.ActiveRun;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules of the engine, at every point at which something can happen to a run: no machine, no database. */
class RunExecutionTest {
    /** More interactions than any run of five steps has, undo included. */
    private static final int POINTS = 44;

    private static final Duration PATIENCE = Duration.ofMillis(100);

    /** It logs each failure with its stack trace, of which there would be 290,000 lines here. */
    private static final Logger LOG = Logger.getLogger("ai.nominate.tenantmgr.run.engine");

    @BeforeAll
    static void quiet() {
        LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void loud() {
        LOG.setLevel(null);
    }

    @AfterEach
    void clearInterrupt() {
        Thread.interrupted();
    }

    @TestFactory
    Stream<DynamicTest> a_run_that_is_killed_at_any_point_ends_as_it_would_have_ended() {
        return cases().flatMap(each -> points(each.toString(), point -> {
            Story story = new Story(each);
            story.at(point, story::kill);

            story.execute();
            story.execute();

            story.endsAsIfNothingHadHappened(each.failing());
        }));
    }

    @TestFactory
    Stream<DynamicTest> a_run_that_is_killed_twice_ends_as_it_would_have_ended() {
        return cases().flatMap(each -> points(each.toString(), point -> {
            for (int second = 1; second < POINTS; second += 7) {
                Story story = new Story(each);
                story.at(point, story::kill);
                story.at(point + second, story::kill);

                story.execute();
                story.execute();
                story.execute();

                story.endsAsIfNothingHadHappened(each.failing());
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> a_recorded_failure_is_undone_although_the_step_would_succeed_now() {
        return cases().filter(each -> each.failing() > 0)
                .flatMap(each -> points(each.toString(), point -> {
                    Story story = new Story(each);
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
        return bothWays()
                .flatMap(each -> points("cancelled, " + each, point -> {
                    Story story = new Story(each);
                    boolean[] accepted = new boolean[1];
                    story.at(point, () -> {
                        accepted[0] = story.run.cancel(FiveSteps.POINT_OF_NO_RETURN);
                        story.lease.look();
                    });

                    story.execute();

                    assertThat(story.run.status()).isEqualTo(accepted[0] ? RunStatus.CANCELLED : RunStatus.SUCCEEDED);
                    assertThat(story.kind.effects).hasSize(accepted[0] ? 0 : 5);
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_cancel_is_obeyed_although_the_manager_is_killed_before_it_could() {
        return bothWays()
                .flatMap(each -> points("cancelled, then killed, " + each, point -> {
                    Story story = new Story(each);
                    boolean[] accepted = new boolean[1];
                    story.at(point, () -> {
                        accepted[0] = story.run.cancel(FiveSteps.POINT_OF_NO_RETURN);
                        story.kill();
                    });

                    story.execute();
                    story.execute();

                    assertThat(story.run.status()).isEqualTo(accepted[0] ? RunStatus.CANCELLED : RunStatus.SUCCEEDED);
                    assertThat(story.kind.effects).hasSize(accepted[0] ? 0 : 5);
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_manager_that_was_stopped_past_its_lease_changes_nothing_when_it_continues() {
        return cases().flatMap(each -> points(each.toString(), point -> {
            Story story = new Story(each);
            story.at(point, () -> {
                story.stopPastTheLease();
                story.takeOver();
            });

            story.execute();

            story.endsAsIfNothingHadHappened(each.failing());
            assertThat(story.kind.history).noneMatch(entry -> entry.endsWith(" in 1") && story.isAfterTakeover(entry));
        }));
    }

    @TestFactory
    Stream<DynamicTest> the_log_has_no_gap_whatever_happens_to_the_manager() {
        return bothWays()
                .flatMap(each -> points("killed, " + each, point -> {
                    Story story = new Story(new Case(3, each.prepares()));
                    story.at(point, story::kill);

                    story.execute();
                    story.execute();

                    assertThat(story.run.log)
                            .extracting(LogLine::seq)
                            .containsExactlyElementsOf(IntStream.rangeClosed(1, story.run.log.size())
                                    .mapToObj(Long::valueOf)
                                    .toList());
                    assertThat(story.run.log.getLast().text()).isEqualTo("All changes were undone");
                }));
    }

    /** @param failing the step that fails; 0 for none */
    private record Case(int failing, boolean prepares) {
        @Override
        public String toString() {
            return (failing == 0 ? "no step fails" : "step " + failing + " fails")
                    + (prepares ? ", two are prepared" : "");
        }
    }

    private static Stream<Case> cases() {
        return IntStream.rangeClosed(0, 5)
                .boxed()
                .flatMap(failing -> Stream.of(new Case(failing, false), new Case(failing, true)));
    }

    private static Stream<Case> bothWays() {
        return cases().filter(each -> each.failing() == 0);
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

    @Test
    void a_step_that_was_prepared_to_its_end_is_not_carried_out_again() {
        Story story = Story.preparing(0);
        List<String> carriedOut = new CopyOnWriteArrayList<>();
        for (int number = 1; number <= 5; number++) {
            String name = "step-" + number;
            story.kind.inStep(number, context -> carriedOut.add(name));
        }

        story.execute();

        assertThat(carriedOut).containsExactly("step-1", "step-3", "step-4", "step-5");
        story.endsAsIfNothingHadHappened(0);
        assertThat(story.kind.history).containsOnlyOnce("did step-2 in 1").containsOnlyOnce("did step-3 in 1");
        assertThat(story.run.log).extracting(LogLine::text).contains("step 2 is done");
    }

    @Test
    void a_step_waits_for_its_preparation() throws Exception {
        Story story = Story.preparing(0);
        CountDownLatch goesOn = new CountDownLatch(1);
        story.kind.inPreparation(3, context -> awaitUninterruptibly(goesOn));
        story.kind.inStep(3, context -> assertThat(goesOn.getCount()).isZero());

        Thread run = Thread.ofPlatform().start(story::execute);
        eventually("the second step is done", () -> story.run.steps.get("step-2") == StepStatus.DONE);
        goesOn.countDown();
        run.join();

        story.endsAsIfNothingHadHappened(0);
    }

    @Test
    void a_preparation_that_fails_leaves_everything_to_its_step() {
        for (RuntimeException failure : List.of(
                new IllegalStateException("a test"),
                new ProblemException(RunProblem.INTERNAL, "a test"),
                new RunInterrupted("a test"),
                new PermitLost("a test"))) {
            Story story = Story.preparing(0);
            story.kind.inPreparation(2, context -> {
                throw failure;
            });

            story.execute();

            story.endsAsIfNothingHadHappened(0);
        }
    }

    @Test
    void a_preparation_that_is_under_way_is_ended_before_anything_is_undone() {
        Story story = Story.preparing(1);
        CountDownLatch isUnderWay = new CountDownLatch(1);
        AtomicBoolean hasEnded = new AtomicBoolean();
        story.kind.inPreparation(3, context -> {
            isUnderWay.countDown();
            sleepUntilInterrupted();
            hasEnded.set(true);
        });
        story.kind.inStep(1, context -> awaitUninterruptibly(isUnderWay));
        story.kind.inUndo(3, context -> assertThat(hasEnded).isTrue());

        story.execute();

        story.endsAsIfNothingHadHappened(1);
    }

    @Test
    void a_cancelled_run_undoes_what_was_prepared() {
        Story story = Story.preparing(0);
        CountDownLatch isUnderWay = new CountDownLatch(1);
        story.kind.inPreparation(3, context -> {
            isUnderWay.countDown();
            sleepUntilInterrupted();
        });
        story.kind.inStep(1, context -> {
            awaitUninterruptibly(isUnderWay);
            assertThat(story.run.cancel(FiveSteps.POINT_OF_NO_RETURN)).isTrue();
            story.lease.look();
            sleepUntilInterrupted();
            throw new RunInterrupted("cancelled");
        });

        story.execute();

        assertThat(story.run.status()).isEqualTo(RunStatus.CANCELLED);
        assertThat(story.kind.effects).isEmpty();
        assertThat(story.kind.history).contains("undid step-2 in 1", "undid step-3 in 1");
    }

    @Test
    void a_preparation_that_does_not_stop_cannot_act_any_more() throws Exception {
        Story story = Story.preparing(1);
        CountDownLatch isUnderWay = new CountDownLatch(1);
        CountDownLatch goesOn = new CountDownLatch(1);
        CompletableFuture<String> later = new CompletableFuture<>();
        story.kind.inPreparation(3, context -> {
            isUnderWay.countDown();
            awaitUninterruptibly(goesOn);
            later.complete(outcome(context.permit()));
        });
        story.kind.inStep(1, context -> awaitUninterruptibly(isUnderWay));

        story.execute();

        story.endsAsIfNothingHadHappened(1);
        goesOn.countDown();
        assertThat(later.get(10, TimeUnit.SECONDS)).isEqualTo("refused");
    }

    @Test
    void the_preparation_of_a_manager_that_lost_its_lease_changes_nothing_any_more() throws Exception {
        Story story = Story.preparing(0);
        CountDownLatch isUnderWay = new CountDownLatch(1);
        CountDownLatch goesOn = new CountDownLatch(1);
        CompletableFuture<String> later = new CompletableFuture<>();
        AtomicBoolean isFirst = new AtomicBoolean(true);
        story.kind.inPreparation(3, context -> {
            if (context.scope().epoch() == 1) {
                isUnderWay.countDown();
                awaitUninterruptibly(goesOn);
                later.complete(outcome(context.permit()));
            }
        });
        story.kind.inStep(1, context -> {
            if (isFirst.getAndSet(false)) {
                awaitUninterruptibly(isUnderWay);
                story.stopPastTheLease();
                story.takeOver();
                goesOn.countDown();
                assertThat(later.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo("refused");
            }
        });

        story.execute();

        story.endsAsIfNothingHadHappened(0);
    }

    private static void sleepUntilInterrupted() {
        try {
            Thread.sleep(Duration.ofSeconds(20));
            throw new AssertionError("was not interrupted");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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

    /** Prepares before the step begins: so that each point is the same in each repetition. */
    private static final class AtOnce extends Thread {
        private final Runnable work;

        AtOnce(Runnable work) {
            this.work = work;
        }

        @Override
        public void start() {
            work.run();
            super.start(); // with nothing left to do
        }
    }

    /** The manager's process is gone: nothing after this point happens. */
    private static final class Killed extends Error {}

    /** One run, its machine, and the managers that execute it one after the other. */
    private static final class Story {
        final FiveSteps kind;
        final MemoryRun run;
        RunLease lease;
        private final Map<Integer, Runnable> events = new ConcurrentHashMap<>();
        private final AtomicInteger interactions = new AtomicInteger();
        private volatile boolean isKilled;
        private volatile long now;
        private int historyAtTakeover = Integer.MAX_VALUE;

        private ThreadFactory threads = AtOnce::new;

        Story(int failing) {
            this(new Case(failing, false));
        }

        Story(Case given) {
            kind = new FiveSteps(given.failing(), given.prepares(), this::interact);
            run = new MemoryRun(kind, this::interact);
        }

        /** One that prepares its steps on a thread of their own, as the product does. */
        static Story preparing(int failing) {
            Story story = new Story(new Case(failing, true));
            story.threads = Thread.ofVirtual().factory();
            return story;
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
            Runnable event = events.remove(interactions.incrementAndGet());
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
                new RunExecution<>(kind, record, state, mine, log, context, Clock.systemUTC(), PATIENCE, threads)
                        .execute();
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
