package ai.nominate.tenantmgr.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who logs never waits: the queue is bounded, and counts what it drops. */
class EntryQueueTest {
    private static final Duration AT_ONCE = Duration.ZERO;

    @Test
    void entries_come_out_in_order_some_at_a_time() throws InterruptedException {
        EntryQueue queue = new EntryQueue();
        List.of("one", "two", "three").forEach(text -> queue.offer(entry(text)));

        assertThat(queue.take(2, AT_ONCE)).extracting(NewEntry::text).containsExactly("one", "two");
        assertThat(queue.take(2, AT_ONCE)).extracting(NewEntry::text).containsExactly("three");
        assertThat(queue.take(2, AT_ONCE)).isEmpty();
    }

    @Test
    void more_entries_than_fit_are_dropped_and_counted_once() throws InterruptedException {
        EntryQueue queue = new EntryQueue(2, 1 << 20);

        assertThat(queue.offer(entry("one"))).isTrue();
        assertThat(queue.offer(entry("two"))).isTrue();
        assertThat(queue.offer(entry("three"))).isFalse();
        queue.lost(5);

        assertThat(queue.takeDropped()).isEqualTo(6);
        assertThat(queue.takeDropped()).isZero();
        assertThat(queue.take(10, AT_ONCE)).hasSize(2);
    }

    @Test
    void large_entries_fill_it_by_their_bytes() throws InterruptedException {
        EntryQueue queue = new EntryQueue(1000, 10_000);

        assertThat(queue.offer(entry("x".repeat(4000)))).isTrue();
        assertThat(queue.offer(entry("x".repeat(4000)))).isFalse();
        queue.take(1, AT_ONCE);
        assertThat(queue.offer(entry("x".repeat(4000)))).isTrue();
    }

    @Test
    void who_takes_waits_for_the_first_entry() throws Exception {
        EntryQueue queue = new EntryQueue();
        Thread writer = Thread.ofVirtual().start(() -> queue.offer(entry("late")));

        assertThat(queue.take(10, Duration.ofSeconds(10))).hasSize(1);
        writer.join();
    }

    private static NewEntry entry(String text) {
        return new NewEntry(Instant.EPOCH, LogLevel.INFO, LogSource.MANAGER, "a", null, null, null, null, text);
    }
}
