package ai.nominate.tenantmgr.event;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.kernel.Role;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A consumer misses nothing when its manager is started again. */
class EventConsumersTest {
    private final List<String> handled = new CopyOnWriteArrayList<>();
    private EventDatabase database;

    @BeforeEach
    void prepare() throws Exception {
        database = new EventDatabase();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_happens_while_no_manager_runs_is_handled_after_the_start() throws Exception {
        EventConsumers first = start(new Recorder(Optional.of("test"), 0));
        write("one");
        eventually("it is handled", () -> stored() == 1);
        first.onStop(new ShutdownEvent());
        write("two");
        write("three");

        EventConsumers second = start(new Recorder(Optional.of("test"), 0));

        eventually("all are handled", () -> stored() == 3);
        second.onStop(new ShutdownEvent());
        assertThat(handled).containsExactly("one", "two", "three");
    }

    @Test
    void what_fails_is_tried_again_before_the_next() throws Exception {
        EventConsumers consumers = start(new Recorder(Optional.of("test"), 1));
        write("one");
        write("two");

        eventually("both are handled", () -> stored() == 2);
        consumers.onStop(new ShutdownEvent());
        assertThat(handled).containsExactly("one failed", "one", "two");
    }

    @Test
    void one_that_was_away_for_too_long_is_told() throws Exception {
        write("one");
        write("two");
        database.execute("delete from event where type = 'one'");

        EventConsumers consumers = start(new Recorder(Optional.of("test"), 0));

        eventually("the rest is handled", () -> stored() == 2);
        consumers.onStop(new ShutdownEvent());
        assertThat(handled).containsExactly("missed", "two");
    }

    @Test
    void one_without_a_position_hears_only_what_comes() throws Exception {
        write("before");
        EventConsumers consumers = start(new Recorder(Optional.empty(), 0));
        eventually("it follows", () -> {
            write("after");
            return !handled.isEmpty();
        });
        consumers.onStop(new ShutdownEvent());

        assertThat(handled).doesNotContain("before");
    }

    private EventConsumers start(EventConsumer consumer) {
        EventHub hub = new EventHub(new EventTable(database.pool()));
        EventConsumers consumers = new EventConsumers(List.of(consumer), hub, new ConsumerPositions(database.pool()));
        consumers.onStart(new StartupEvent());
        return consumers;
    }

    private long stored() {
        return database.number("select coalesce(max(seq), 0) from event_position");
    }

    private void write(String type) {
        try (Connection connection = database.connect()) {
            EventDatabase.write(connection, type);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes down what it is told; fails as often as it was made to. */
    private final class Recorder implements EventConsumer {
        private final Optional<String> position;
        private int failures;

        Recorder(Optional<String> position, int failures) {
            this.position = position;
            this.failures = failures;
        }

        @Override
        public EventTopic topic() {
            return new EventTopic("tenants", Role.VIEWER);
        }

        @Override
        public Optional<String> position() {
            return position;
        }

        @Override
        public void handle(StoredEvent event) {
            if (failures-- > 0) {
                handled.add(event.type() + " failed");
                throw new IllegalStateException("not yet");
            }
            handled.add(event.type());
        }

        @Override
        public void missed() {
            handled.add("missed");
        }
    }
}
