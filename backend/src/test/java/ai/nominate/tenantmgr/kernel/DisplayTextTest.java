package ai.nominate.tenantmgr.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A name that people read consists of characters that are shown. */
class DisplayTextTest {
    private static final Function<Integer, String> NAME = point -> "U+%04X".formatted(point);

    @TestFactory
    Stream<DynamicTest> a_character_that_is_not_shown_is_refused() {
        return Stream.of(
                        0x0, 0x7, 0xa, 0x1b, 0x7f, 0x85, 0x9b, 0xad, 0x34f, 0x61c, 0x115f, 0x180e, 0x200b, 0x200d,
                        0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202e, 0x2060, 0x2066, 0x2069, 0x2800, 0x3164, 0xd800,
                        0xe000, 0xfeff, 0xfff9, 0xffff, 0xe0001, 0xe0041)
                .map(point -> DynamicTest.dynamicTest(NAME.apply(point), () -> {
                    String text = "Acme" + new StringBuilder().appendCodePoint(point) + "Ltd";
                    assertThatThrownBy(() -> DisplayText.line(text, 100)).isInstanceOf(InvalidValue.class);
                    assertThat(DisplayText.isLine(text)).isFalse();
                    assertThat(DisplayText.shown(text)).isEqualTo("Acme?Ltd");
                }));
    }

    @Test
    void names_of_all_scripts_are_kept_in_composed_form() {
        assertThat(DisplayText.line("  Zoe\u0308 & Söhne – 株式会社 ❤️ ", 100)).isEqualTo("Zoë & Söhne – 株式会社 ❤️");
        assertThat(DisplayText.line("شركة", 100)).isEqualTo("شركة");
    }

    @Test
    void an_empty_or_too_long_text_is_refused() {
        for (String text : new String[] {"", "   ", "x".repeat(101)}) {
            assertThatThrownBy(() -> DisplayText.line(text, 100))
                    .isInstanceOf(InvalidValue.class)
                    .hasMessage("must be 1 to 100 visible characters");
        }
        assertThat(DisplayText.line("x".repeat(100), 100)).hasSize(100);
    }
}
