package ai.nominate.tenantmgr.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalTextTest {
    private static final String ESC = "\u001B";

    @Test
    void colours_are_kept_for_a_viewer_and_removed_for_a_terminal() {
        String line = ESC + "[31mred" + ESC + "[0m " + ESC + "[1;38:5:208mbold" + ESC + "[m\tend";

        assertThat(TerminalText.coloured(line)).isEqualTo(line);
        assertThat(TerminalText.plain(line)).isEqualTo("red bold\tend");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "]0;title\u0007",
                "]8;;https://x.example\u001B\\",
                "]52;c;ZXZpbA==\u0007",
                "[2J",
                "[5A",
                "[?25l",
                "[1;2H",
                "[>0c",
                "[3 q",
                "P1$q\u001B\\",
                "_x\u001B\\",
                "^x\u001B\\",
                "Xx\u001B\\",
                "c",
                "7",
                "(B",
                "#8",
                "M",
                ""
            })
    void what_moves_the_cursor_or_sets_the_title_is_removed_for_both(String sequence) {
        String line = "before" + ESC + sequence;

        assertThat(TerminalText.coloured(line)).isEqualTo("before");
        assertThat(TerminalText.plain(line)).isEqualTo("before");
    }

    @ParameterizedTest
    @CsvSource({
        "\u009B2Jtext, text",
        "\u009D0;t\u009Ctext, text",
        "bell\u0007, bell",
        "ab\b\bxy, abxy",
        "del\u007F, del"
    })
    void the_eight_bit_forms_and_single_characters_are_removed_for_both(String line, String left) {
        assertThat(TerminalText.coloured(line)).isEqualTo(left);
        assertThat(TerminalText.plain(line)).isEqualTo(left);
    }

    @Test
    void a_sequence_without_an_end_hides_no_text() {
        assertThat(TerminalText.plain("a" + ESC + "]0;title and text")).isEqualTo("a0;title and text");
        assertThat(TerminalText.plain("a" + ESC + "[")).isEqualTo("a[");
        assertThat(TerminalText.plain("a" + ESC + ESC + "[31mb")).isEqualTo("ab");
    }

    @Test
    void a_line_cannot_be_broken_or_reordered_in_plain_text() {
        assertThat(TerminalText.plain("a\u000Bb\u000Cc\u0085d\u2028e\u202Ef\u2066g\r\nh"))
                .isEqualTo("abcd efgh");
    }

    @Test
    void letters_of_all_languages_are_kept() {
        String line = "größer 日本語 😀 👨‍👩‍👧 \t tab";

        assertThat(TerminalText.coloured(line)).isEqualTo(line);
        assertThat(TerminalText.plain(line)).isEqualTo(line);
    }
}
