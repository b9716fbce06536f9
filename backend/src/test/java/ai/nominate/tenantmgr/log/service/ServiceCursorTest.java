package ai.nominate.tenantmgr.log.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.ServiceName;
import ai.nominate.tenantmgr.log.service.ServiceCursor.Place;
import ai.nominate.tenantmgr.log.service.ServiceFollowers.Followed;
import ai.nominate.tenantmgr.log.service.ServiceOutput.Read;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A place in several logs, as text that a client hands back. */
class ServiceCursorTest {
    @Test
    void it_is_read_as_it_was_written() {
        String text = "a:backend=1f.2c0+~3,frontend=,worker-2=a.0";

        ServiceCursor cursor = ServiceCursor.of(text);

        assertThat(cursor).hasToString(text);
        assertThat(cursor.place(ServiceName.BACKEND)).isEqualTo(new Place("1f.2c0+", 3));
        assertThat(cursor.place(ServiceName.of("other"))).isEqualTo(new Place("", 0));
        assertThat(ServiceCursor.of("b:")).hasToString("b:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "c:", "a", "a:backend", "a:backend=/etc/passwd", "a:BACKEND=1.1", "a:backend=1.1~99999"})
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> ServiceCursor.of(text)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void a_stream_can_be_resumed_after_each_of_its_lines() {
        ServiceLine backend = new ServiceLine("backend", "a", "info", "x");
        ServiceLine frontend = new ServiceLine("frontend", "a", "info", "y");
        Read read = new Read(
                List.of(backend, backend, frontend, frontend),
                "a:backend=1.0~2,frontend=2.0",
                "a:backend=1.9,frontend=2.9",
                false);

        assertThat(ServiceFollowers.followed(read))
                .extracting(Followed::cursor)
                .containsExactly(
                        "a:backend=1.0~3,frontend=2.0",
                        "a:backend=1.0~4,frontend=2.0",
                        "a:backend=1.0~4,frontend=2.0~1",
                        "a:backend=1.9,frontend=2.9");
    }
}
