package ai.nominate.tenantmgr.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The text of an entry is bounded, visible and without what looks like a secret. */
class EntryTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        cannot fetch https://user:hunter2@git.example.org/a.git | cannot fetch https://•••@git.example.org/a.git
        Authorization: Bearer abcdefghijklmnop | Authorization: Bearer •••
        the token tm_0123456789abcdef was used | the token ••• was used
        password=hunter2&user=a | password=•••&user=a
        {"secret": "hunter2", "a": 1} | {"secret": "•••", "a": 1}
        the session eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln | the session •••
        wrong password for admin | wrong password for admin
        """)
    void what_looks_like_a_secret_is_masked(String logged, String stored) {
        assertThat(EntryText.of(logged)).isEqualTo(stored);
    }

    @Test
    void an_exception_follows_line_by_line() {
        String text = EntryText.of("Unexpected failure 7", new IllegalStateException("no row"));

        assertThat(text.lines())
                .startsWith("Unexpected failure 7", "java.lang.IllegalStateException: no row")
                .hasSizeGreaterThan(3);
        assertThat(text).contains("    at ai.nominate");
    }

    @Test
    void control_characters_and_halves_of_characters_cannot_be_stored() {
        assertThat(EntryText.of("a\u0000b\u001b[2Jc\ud83d")).isEqualTo("a?b?[2Jc?");
    }

    @Test
    void it_has_at_most_8000_characters() {
        assertThat(EntryText.of("x".repeat(100_000))).hasSize(8001).endsWith("…");
        assertThat(EntryText.of("€".repeat(100_000)).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .hasSizeLessThan(32_768);
    }
}
