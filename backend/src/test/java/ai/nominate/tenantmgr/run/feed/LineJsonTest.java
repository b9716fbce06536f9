package ai.nominate.tenantmgr.run.feed;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.run.engine.LogLine;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The JSON of a line is written once for all followers of its run. */
class LineJsonTest {
    private final ObjectMapper mapper = new ObjectMapper().registerModule(new JavaTimeModule());
    private final LineJson json = new LineJson(mapper);

    @Test
    void followers_of_a_run_share_the_json_of_a_line() throws Exception {
        LogLine line = line(7, "built");

        assertThat(json.of(line)).isEqualTo(mapper.writeValueAsString(new RunEvent.Line(line)));
        assertThat(json.of(line)).isSameAs(json.of(line));
    }

    @Test
    void a_line_of_another_run_or_512_lines_later_has_its_own() {
        assertThat(json.of(line(7, "of one run"))).contains("of one run");
        assertThat(json.of(line(7, "of another"))).contains("of another");
        assertThat(json.of(line(7 + 512, "later"))).contains("later");
    }

    private static LogLine line(long seq, String text) {
        return new LogLine(seq, Instant.EPOCH, "copy-core-files", "out", "info", text);
    }
}
