package ai.nominate.tenantmgr.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Whatever happens, and in whatever order: two managers never may touch one server at once. Each schedule is random and comes
 * from its number: managers start, beat, stop for minutes, go on, are killed and restarted, the database goes away, and all of
 * that also while a statement is on its way.
 */
class LeaseSchedulesTest {
    private static final int SCHEDULES = 1_000;
    private static final int EVENTS = 400;
    private static final List<String> HOMES = List.of("home", "home", "other home");

    @Test
    void two_managers_never_hold_one_server_in_any_of_a_thousand_schedules() {
        long held = LongStream.range(0, SCHEDULES)
                .map(number -> new Schedule(number).run())
                .sum();

        assertThat(held)
                .as("the lease is held most of the time, so the rule is not kept by holding nothing")
                .isGreaterThan(SCHEDULES * EVENTS / 4L);
    }

    @Test
    void when_all_managers_run_again_one_has_the_lease_within_its_length_and_a_second() {
        LongStream.range(0, SCHEDULES).forEach(number -> {
            Schedule schedule = new Schedule(number);
            schedule.run();
            schedule.calm();
        });
    }

    private static final class Schedule {
        private final long number;
        private final SplittableRandom random;
        private final LeaseWorld world = new LeaseWorld();
        private final java.util.Set<LeaseWorld.Manager> stopped = new java.util.HashSet<>();
        private final java.util.Set<LeaseWorld.Manager> inAStatement = new java.util.HashSet<>();

        Schedule(long number) {
            this.number = number;
            this.random = new SplittableRandom(number);
            HOMES.forEach(world::start);
        }

        /** @return after how many events a manager held the lease */
        long run() {
            long held = 0;
            for (int event = 0; event < EVENTS; event++) {
                happen();
                held += holders();
            }
            return held;
        }

        private void happen() {
            switch (random.nextInt(20)) {
                case 0 -> stopped.add(any());
                case 1, 2 -> stopped.clear();
                case 3 -> replace(any());
                case 4 -> world.databaseAway(random.nextInt(3) == 0);
                case 5 -> world.pass(Duration.ofMillis(random.nextInt(40_000)));
                case 6, 7, 8, 9 -> world.pass(Duration.ofMillis(random.nextInt(6_000)));
                default -> step(any());
            }
        }

        /** Anything may happen while its statements are on their way, also that it is stopped itself for minutes. */
        private void step(LeaseWorld.Manager manager) {
            if (stopped.contains(manager) || !inAStatement.add(manager)) {
                return;
            }
            manager.onTheWay(random.nextInt(3) == 0 ? others() : new Runnable[0]);
            manager.stepQuietly();
            inAStatement.remove(manager);
        }

        private Runnable[] others() {
            Runnable[] others = new Runnable[4];
            for (int way = 0; way < others.length; way++) {
                int events = random.nextInt(4);
                others[way] = () -> {
                    for (int event = 0; event < events; event++) {
                        happen();
                        holders();
                    }
                };
            }
            return others;
        }

        private void replace(LeaseWorld.Manager killed) {
            if (inAStatement.contains(killed)) {
                return;
            }
            if (random.nextBoolean()) {
                killed.kill();
            } else {
                try {
                    killed.release();
                } catch (LeaseUnknown e) {
                    // it runs out by itself
                }
                killed.kill();
            }
            world.start(HOMES.get(random.nextInt(HOMES.size())));
        }

        private LeaseWorld.Manager any() {
            List<LeaseWorld.Manager> all = world.managers().stream()
                    .filter(LeaseWorld.Manager::isAlive)
                    .toList();
            return all.get(random.nextInt(all.size()));
        }

        /** A stopped manager counts too: what it was permitted in its last moment may take effect when it goes on. */
        private long holders() {
            long holders =
                    world.managers().stream().filter(LeaseWorld.Manager::mayAct).count();
            assertThat(holders)
                    .as("managers that may act, in schedule %d", number)
                    .isLessThanOrEqualTo(1);
            return holders;
        }

        private void calm() {
            stopped.clear();
            world.databaseAway(false);
            world.managers().forEach(LeaseWorld.Manager::onTheWay);
            for (int second = 0; second < 32; second++) {
                world.managers().forEach(LeaseWorld.Manager::stepQuietly);
                holders();
                world.pass(Duration.ofSeconds(1));
            }
            world.managers().forEach(LeaseWorld.Manager::stepQuietly);
            assertThat(holders())
                    .as("managers with the lease at last, in schedule %d", number)
                    .isEqualTo(1);
        }
    }
}
