package ai.nominate.tenantmgr.event.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReaderMemoryTest {
    private final ReaderMemory memory = new ReaderMemory(8 << 20);

    @Test
    void one_reader_gets_what_it_wants() {
        memory.followers(1);

        assertThat(memory.ringBytes(1 << 20)).isEqualTo(1 << 20);
        assertThat(memory.chunkBytes(64 << 10)).isEqualTo(64 << 10);
    }

    @Test
    void many_readers_and_followers_share_it() {
        memory.readers(100);
        memory.followers(200);

        assertThat(100 * memory.ringBytes(1 << 20)).isLessThanOrEqualTo(4 << 20);
        assertThat(200 * memory.chunkBytes(64 << 10)).isLessThanOrEqualTo(4 << 20);
    }

    @Test
    void one_entry_is_always_permitted() {
        memory.readers(1_000_000);
        memory.followers(1_000_000);

        assertThat(memory.ringBytes(1 << 20)).isEqualTo(16 << 10);
        assertThat(memory.chunkBytes(64 << 10)).isEqualTo(16 << 10);
    }

    @Test
    void what_is_in_memory_shrinks_when_another_reader_is_added() {
        Simulation world = new Simulation(1);
        FakeFeed feed = new FakeFeed(world);
        IntStream.range(0, 1000).forEach(i -> feed.append(4 << 10));
        SharedReader<FakeFeed.Item> reader =
                new SharedReader<>("the test's feed", feed, ReaderLimits.DEFAULT, memory, world);
        FakeFollower follower = new FakeFollower(world, reader, 0, Duration.ZERO, 0);
        world.after(Duration.ZERO, follower::start);
        world.runUntil(Duration.ofSeconds(5));
        assertThat(reader.bytes()).isBetween(3L << 20, 4L << 20);

        assertThat(memory.readers(64)).isTrue();
        reader.shrink();

        assertThat(reader.bytes()).isBetween(1L << 10, 64L << 10);
    }
}
