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
}
