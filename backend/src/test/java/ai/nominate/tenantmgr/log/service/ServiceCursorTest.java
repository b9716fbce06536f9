package ai.nominate.tenantmgr.log.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.ServiceName;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.log.service.ServiceCursor.Place;
import ai.nominate.tenantmgr.log.service.ServiceFollowers.Followed;
import ai.nominate.tenantmgr.log.service.ServiceOutput.Read;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A place in several logs, as text that a client hands back. */
class ServiceCursorTest {
    @Test
    void it_is_read_as_it_was_written() {
        ServiceCursor cursor = new ServiceCursor(
                Slot.A,
                Map.of(
                        ServiceName.BACKEND,
                        new Place("1f.2c0+", 3),
                        ServiceName.FRONTEND,
                        new Place("", 0),
                        ServiceName.of("worker-2"),
                        new Place("s=1;i=2", 0)));

        assertThat(cursor.toString()).matches("a:[A-Za-z0-9_=,~-]+");
        assertThat(ServiceCursor.of(cursor.toString())).isEqualTo(cursor);
        assertThat(cursor.place(ServiceName.of("other"))).isEqualTo(new Place("", 0));
        assertThat(ServiceCursor.of("b:")).hasToString("b:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "c:",
                "a",
                "a:backend",
                "a:backend=/etc/passwd",
                "a:BACKEND=MS4x",
                "a:backend=MS4x~99999",
                "a:backend=A"
            })
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> ServiceCursor.of(text)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void one_of_a_million_characters_is_refused() {
        anything_else_is_refused("a:" + "b=,".repeat(333_333) + "!");
    }

    @Test
    void the_place_of_a_line_names_one_service_and_its_place() {
        ServiceCursor line = ServiceCursor.at(Slot.B, ServiceName.BACKEND, "1f.2c0");

        assertThat(line.toString()).matches("b:backend=[A-Za-z0-9_-]+");
        assertThat(ServiceCursor.ofLine(line.toString())).isEqualTo(line);
        assertThat(line.service()).isEqualTo(ServiceName.BACKEND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:", "a:backend=", "a:backend=MS4x~3", "a:backend=MS4x,frontend=MS4x", "begin"})
    void what_names_no_one_line_is_refused(String text) {
        assertThatThrownBy(() -> ServiceCursor.ofLine(text)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void a_stream_can_be_resumed_after_each_of_its_lines() {
        ServiceLine backend = new ServiceLine("backend", "a", "info", "x", null);
        ServiceLine frontend = new ServiceLine("frontend", "a", "info", "y", null);
        Read read = new Read(
                List.of(backend, backend, frontend, frontend), at("1.0", 2, "2.0", 0), at("1.9", 0, "2.9", 0), false);

        assertThat(ServiceFollowers.followed(read))
                .extracting(Followed::cursor)
                .containsExactly(
                        at("1.0", 3, "2.0", 0), at("1.0", 4, "2.0", 0), at("1.0", 4, "2.0", 1), at("1.9", 0, "2.9", 0));
    }

    private static String at(String backend, int known, String frontend, int knownToo) {
        return new ServiceCursor(
                        Slot.A,
                        Map.of(
                                ServiceName.BACKEND, new Place(backend, known),
                                ServiceName.FRONTEND, new Place(frontend, knownToo)))
                .toString();
    }
}
