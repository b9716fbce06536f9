package ai.nominate.tenantmgr.slot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProbeHistoryTest {
    private final ProbeHistory history = new ProbeHistory(3);
    private final List<String> news = new ArrayList<>();
    private long now;

    @Test
    void a_service_that_begins_to_answer_is_said_to_answer_when_it_does_so_steadily() {
        add(false, "nothing listens yet");
        add(false, "nothing listens yet");
        add(true, "/h answers 200");
        add(true, "/h answers 200");
        assertThat(news).containsExactly("nothing listens yet");

        add(true, "/h answers 200");

        assertThat(news).containsExactly("nothing listens yet", "/h answers 200");
        assertThat(history.summary()).isEqualTo("/h answers 200");
        assertThat(history.isSteady(now, Duration.ofNanos(2))).isTrue();
        assertThat(history.isSteady(now, Duration.ofSeconds(5))).isFalse();
    }

    @Test
    void a_service_that_flaps_is_not_said_to_answer() {
        for (int i = 0; i < 20; i++) {
            add(true, "/h answers 200");
            add(true, "/h answers 200");
            add(false, "/h answers 500");
        }
        add(true, "/h answers 200");

        assertThat(news).containsExactly("/h answers 500");
        assertThat(history.summary()).isEqualTo("unsteady: \"/h answers 200\" and \"/h answers 500\" in turn");
        assertThat(history.isSteady(now, Duration.ZERO)).isFalse();
    }

    @Test
    void one_foreign_answer_during_a_start_is_not_reported() {
        history.add(++now, false, true, "port 1 answered by another process").ifPresent(news::add);
        add(true, "/h answers 200");
        add(true, "/h answers 200");
        add(true, "/h answers 200");

        assertThat(news).containsExactly("/h answers 200");
        assertThat(history.summary()).isEqualTo("/h answers 200");
    }

    @Test
    void a_process_that_holds_the_port_is_reported() {
        history.add(++now, false, true, "port 1 answered by another process").ifPresent(news::add);
        history.add(++now, false, true, "port 1 answered by another process").ifPresent(news::add);

        assertThat(news).containsExactly("port 1 answered by another process");
        assertThat(history.summary()).isEqualTo("port 1 answered by another process");
    }

    private void add(boolean isGood, String sentence) {
        history.add(++now, isGood, false, sentence).ifPresent(news::add);
    }
}
