package ai.nominate.tenantmgr.event.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedReaderTest {
    private static final ReaderLimits SMALL =
            new ReaderLimits(40, 4000, 16, 600, 3, Duration.ofMillis(50), Duration.ofMillis(500));

    private static SharedReader<FakeFeed.Item> reader(FakeFeed feed, ReaderLimits limits, Simulation world) {
        return new SharedReader<>("the test's feed", feed, limits, new ReaderMemory(1 << 20), world);
    }

    /** Sixty worlds for each base: random speeds, sizes, interruptions, holes, a source that is away, pruning. */
    @ParameterizedTest
    @ValueSource(longs = {0, 100, 200, 300, 400})
    void each_follower_gets_each_entry_once_and_in_order(long base) {
        LongStream.range(base, base + 60).forEach(SharedReaderTest::world);
    }

    private static void world(long seed) {
        Simulation world = new Simulation(seed);
        FakeFeed feed = new FakeFeed(world);
        SharedReader<FakeFeed.Item> reader = reader(feed, SMALL, world);
        boolean prunes = seed % 3 == 0;
        List<FakeFollower> followers = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            produce(feed, world);
        }
        for (int i = 0; i < 12; i++) {
            long begin = world.random.nextInt(350);
            FakeFollower follower = new FakeFollower(
                    world, reader, begin, Duration.ofMillis(world.random.nextInt(200)), world.random.nextInt(3) * 0.01);
            followers.add(follower);
            world.after(Duration.ofMillis(world.random.nextInt(3000)), follower::start);
        }
        for (int step = 0; step < 600; step++) {
            world.after(Duration.ofMillis(world.random.nextInt(6000)), () -> {
                produce(feed, world);
                if (world.random.nextBoolean()) {
                    reader.wake();
                }
                assertThat(reader.bytes()).isLessThanOrEqualTo(SMALL.ringBytes());
            });
        }
        world.after(Duration.ofMillis(2000), () -> feed.isAway = true);
        world.after(Duration.ofMillis(3500), () -> feed.isAway = false);
        if (prunes) {
            world.after(Duration.ofMillis(1500), () -> feed.prune(150));
            world.after(Duration.ofMillis(4500), () -> feed.prune(500));
        }
        world.runUntil(Duration.ofSeconds(600));

        for (FakeFollower follower : followers) {
            assertThat(missing(feed, follower)).as("seed %d", seed).isEmpty();
            assertThat(follower.gaps.isEmpty() || prunes).as("seed %d", seed).isTrue();
            follower.stop();
        }
        assertThat(reader.followers()).isZero();
        assertThat(reader.bytes()).isZero();
    }

    private static void produce(FakeFeed feed, Simulation world) {
        if (world.random.nextInt(20) == 0) {
            feed.skip();
        }
        feed.append(1 + world.random.nextInt(300));
    }

    /** What is in the table and was neither delivered nor told as lost. */
    private static List<Long> missing(FakeFeed feed, FakeFollower follower) {
        Set<Long> seen = new HashSet<>(follower.seqs);
        return LongStream.rangeClosed(follower.begin + 1, feed.last)
                .filter(feed::has)
                .filter(seq -> !seen.contains(seq))
                .boxed()
                .toList();
    }

    @Test
    void a_follower_that_is_behind_gives_the_thread_back_after_a_few_entries() {
        Simulation world = new Simulation(7);
        FakeFeed feed = new FakeFeed(world);
        for (int line = 0; line < 100; line++) {
            feed.append(100);
        }
        List<Object> received = new ArrayList<>();
        List<Integer> turns = new ArrayList<>();

        reader(feed, ReaderLimits.DEFAULT, world)
                .follow(
                        0,
                        work -> world.after(Duration.ZERO, () -> {
                            int before = received.size();
                            work.run();
                            turns.add(received.size() - before);
                        }))
                .subscribe()
                .with(received::add);
        world.runUntil(Duration.ofSeconds(5));

        assertThat(received).hasSize(100);
        assertThat(turns).allMatch(entries -> entries <= 8);
    }

    @Test
    void how_often_the_source_is_asked_does_not_depend_on_the_number_of_followers() {
        int one = readsFor(1);
        int many = readsFor(2000);

        assertThat(many).isEqualTo(one);
    }

    private static int readsFor(int count) {
        Simulation world = new Simulation(7);
        FakeFeed feed = new FakeFeed(world);
        SharedReader<FakeFeed.Item> reader = reader(feed, ReaderLimits.DEFAULT, world);
        List<FakeFollower> followers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            followers.add(new FakeFollower(world, reader, 0, Duration.ofMillis(1), 0).start());
        }
        for (int line = 0; line < 2000; line++) {
            world.after(Duration.ofMillis(5 * line), () -> {
                feed.append(100);
                reader.wake();
            });
        }
        world.runUntil(Duration.ofSeconds(20));
        followers.forEach(follower -> assertThat(follower.seqs).hasSize(2000));
        return feed.reads;
    }

    @Test
    void a_follower_that_takes_nothing_holds_one_chunk_and_delays_no_other() {
        Simulation world = new Simulation(3);
        FakeFeed feed = new FakeFeed(world);
        SharedReader<FakeFeed.Item> reader = reader(feed, SMALL, world);
        FakeFollower quick = new FakeFollower(world, reader, 0, Duration.ofMillis(1), 0).start();
        FakeFollower stuck = new FakeFollower(world, reader, 0, Duration.ofDays(1), 0).start();
        for (int i = 0; i < 5000; i++) {
            world.after(Duration.ofMillis(i), () -> feed.append(100));
        }
        world.runUntil(Duration.ofSeconds(30));

        assertThat(quick.seqs).hasSize(5000);
        assertThat(stuck.seqs.size()).isLessThan(100);
        assertThat(reader.bytes()).isLessThanOrEqualTo(SMALL.ringBytes());
    }

    @Test
    void followers_that_wait_at_one_place_share_a_read() {
        Simulation world = new Simulation(5);
        FakeFeed feed = new FakeFeed(world);
        SharedReader<FakeFeed.Item> reader = reader(feed, SMALL, world);
        for (int i = 0; i < 16; i++) {
            feed.append(10);
        }
        new FakeFollower(world, reader, 16, Duration.ofMillis(1), 0).start();
        world.runUntil(Duration.ofMillis(10));
        int before = feed.reads;
        List<FakeFollower> late = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            late.add(new FakeFollower(world, reader, 0, Duration.ofMillis(1), 0).start());
        }
        world.runUntil(Duration.ofMillis(200));

        late.forEach(follower -> assertThat(follower.seqs).hasSize(16));
        assertThat(feed.reads - before).isLessThan(20);
    }

    @Test
    void what_was_pruned_is_told_as_a_gap() {
        Simulation world = new Simulation(1);
        FakeFeed feed = new FakeFeed(world);
        for (int i = 0; i < 100; i++) {
            feed.append(10);
        }
        feed.prune(60);
        FakeFollower follower =
                new FakeFollower(world, reader(feed, SMALL, world), 10, Duration.ofMillis(1), 0).start();
        world.runUntil(Duration.ofSeconds(1));

        assertThat(follower.gaps).containsExactly(new Delivery.Gap<>(11, 60));
        assertThat(follower.seqs)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(61, 100).boxed().toList());
    }

    @Test
    void a_number_that_was_never_used_is_no_gap() {
        Simulation world = new Simulation(1);
        FakeFeed feed = new FakeFeed(world);
        feed.append(10);
        feed.skip();
        feed.append(10);
        FakeFollower follower = new FakeFollower(world, reader(feed, SMALL, world), 0, Duration.ofMillis(1), 0).start();
        world.runUntil(Duration.ofSeconds(1));

        assertThat(follower.seqs).containsExactly(1L, 3L);
        assertThat(follower.gaps).isEmpty();
    }

    @Test
    void a_wake_brings_an_entry_at_once_and_the_poll_brings_it_without_one() {
        Simulation world = new Simulation(1);
        FakeFeed feed = new FakeFeed(world);
        SharedReader<FakeFeed.Item> reader = reader(feed, SMALL, world);
        FakeFollower follower = new FakeFollower(world, reader, 0, Duration.ofMillis(1), 0).start();
        world.runUntil(Duration.ofSeconds(1).plusMillis(60));
        feed.append(1);
        reader.wake();
        world.runUntil(world.now().plusMillis(50));
        assertThat(follower.seqs).containsExactly(1L);

        feed.append(1);
        world.runUntil(world.now().plusMillis(500));
        assertThat(follower.seqs).containsExactly(1L, 2L);
    }

    @Test
    void a_follower_that_waits_for_a_later_entry_takes_none_from_one_that_does_not() {
        Simulation world = new Simulation(1);
        FakeFeed feed = new FakeFeed(world);
        SharedReader<FakeFeed.Item> reader = reader(feed, SMALL, world);
        FakeFollower later = new FakeFollower(world, reader, 5, Duration.ofMillis(1), 0).start();
        world.runUntil(Duration.ofSeconds(1));
        FakeFollower earlier = new FakeFollower(world, reader, 0, Duration.ofMillis(1), 0).start();
        world.runUntil(Duration.ofSeconds(2));
        for (int i = 0; i < 7; i++) {
            feed.append(1);
        }
        world.runUntil(Duration.ofSeconds(3));

        assertThat(later.seqs).containsExactly(6L, 7L);
        assertThat(earlier.seqs).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }

    @Test
    void nothing_is_read_after_the_last_follower_has_left() {
        Simulation world = new Simulation(1);
        FakeFeed feed = new FakeFeed(world);
        SharedReader<FakeFeed.Item> reader = reader(feed, SMALL, world);
        FakeFollower follower = new FakeFollower(world, reader, 0, Duration.ofMillis(1), 0).start();
        world.runUntil(Duration.ofSeconds(2));
        follower.stop();
        int before = feed.reads;
        reader.wake();
        world.runUntil(Duration.ofSeconds(20));

        assertThat(feed.reads).isEqualTo(before);
    }
}
