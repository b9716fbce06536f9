package ai.nominate.tenantmgr.host.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineSplitterTest {
    private final List<String> lines = new ArrayList<>();
    private final LineSplitter cutter = new LineSplitter(lines::add);

    @Test
    void a_letter_that_arrives_in_two_parts_stays_one() {
        byte[] text = "größer\r\nand\n\nlast".getBytes(StandardCharsets.UTF_8);
        for (byte part : text) {
            cutter.feed(new byte[] {part}, 1);
        }
        cutter.finish();
        assertThat(lines).containsExactly("größer", "and", "", "last");
    }

    @Test
    void what_a_database_cannot_store_is_replaced() {
        byte[] text = {'a', 0, (byte) 0xff, 'b', '\n'};
        cutter.feed(text, text.length);
        assertThat(lines).containsExactly("a\uFFFD\uFFFDb");
    }

    @Test
    void the_rest_of_a_long_line_is_dropped_with_a_mark_and_the_next_is_whole() {
        byte[] text = ("x".repeat(LineSplitter.LONGEST + 5) + "\nnext\n").getBytes(StandardCharsets.UTF_8);
        cutter.feed(text, text.length);
        assertThat(lines).containsExactly("x".repeat(LineSplitter.LONGEST) + LineSplitter.CUT, "next");
    }

    @Test
    void a_progress_bar_leaves_its_last_state_as_one_line() {
        StringBuilder bar = new StringBuilder("before\n");
        for (int percent = 0; percent <= 100; percent++) {
            bar.append("\rprogress ").append(percent).append('%');
        }
        byte[] text = bar.append("\r\r\nafter\r\nwaiting 9 s\r").toString().getBytes(StandardCharsets.UTF_8);
        for (byte part : text) {
            cutter.feed(new byte[] {part}, 1);
        }
        cutter.finish();
        assertThat(lines).containsExactly("before", "progress 100%", "after", "waiting 9 s");
    }

    @Test
    void a_progress_bar_without_an_end_takes_no_memory() {
        byte[] state = ("x".repeat(1000) + "\r").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 1000; i++) {
            cutter.feed(state, state.length);
        }
        cutter.finish();
        assertThat(lines).containsExactly("x".repeat(1000));
    }
}
