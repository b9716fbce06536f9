package ai.nominate.tenantmgr.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Accepted and rejected texts of each type, with the messages. */
class SettingTextTest {
    private static final Setting<Integer> INT = Setting.number("k", "g", "d", 5, 1, 10);
    private static final Setting<Boolean> BOOL = Setting.bool("k", "g", "d", true);
    private static final Setting<Duration> DURATION = Setting.duration("k", "g", "d", "5s", "500ms", "2h");
    private static final Setting<Optional<Secret>> SECRET = Setting.secret("k", "g", "d");
    private static final Setting<URI> URL = Setting.url("k", "g", "d", "https://a.example");
    private static final Setting<Path> PATH = Setting.path("k", "g", "d", "/var/backups");
    private static final Setting<String> CRON = Setting.cron("k", "g", "d", "30 3 * * *");
    private static final Setting<String> EMAIL = Setting.email("k", "g", "d", "a@b.example");
    private static final Setting<String> STRING = Setting.text("k", "g", "d", "");

    @Test
    void a_text_becomes_a_value() {
        assertThat(INT.parse().apply("10")).isEqualTo(10);
        assertThat(BOOL.parse().apply("false")).isFalse();
        assertThat(DURATION.parse().apply("500ms")).isEqualTo(Duration.ofMillis(500));
        assertThat(DURATION.parse().apply("2h")).isEqualTo(Duration.ofHours(2));
        assertThat(SECRET.parse().apply("sk-1")).contains(new Secret("sk-1"));
        assertThat(SECRET.parse().apply("")).isEmpty();
        assertThat(URL.parse().apply("http://localhost:8080/v1?a=b"))
                .hasHost("localhost")
                .hasPort(8080);
        assertThat(PATH.parse().apply("/srv/a b")).isEqualTo(Path.of("/srv/a b"));
        assertThat(EMAIL.parse().apply("jane.doe+x@mail.example")).isEqualTo("jane.doe+x@mail.example");
        assertThat(STRING.parse().apply("Übergröße ;$(id)")).startsWith("Über");
        for (String cron : List.of("* * * * *", "0 0 1 1 *", "*/15 9-17 * * 1-5", "0 3 1,15 * *", "5 4 * * 0")) {
            assertThat(CRON.parse().apply(cron)).isEqualTo(cron);
        }
    }

    @TestFactory
    Stream<DynamicTest> what_is_none_is_refused_with_what_is_expected() {
        return Stream.of(
                        refusals(INT, "from 1 to 10", "0", "11", "-1", "1.0", " 1", "1e1", "٣", "", "99999999999"),
                        refusals(BOOL, "true or false", "True", "yes", "1", "", "true "),
                        refusals(DURATION, "from 500ms to 2h", "499ms", "121m", "0s"),
                        refusals(DURATION, "such as 500ms", "5", "5 s", "-5s", "1.5s", "5S", "", "1d", "9999999s"),
                        refusals(SECRET, "one line", " ", "a\nb", "a\u0000", "x".repeat(2001)),
                        refusals(
                                URL,
                                "an address such as",
                                "api.example.com",
                                "ftp://a.example",
                                "file:///etc/passwd",
                                "https://",
                                "https:///x",
                                "https://user:pw@a.example",
                                "https://a.example/#x",
                                "https://a b.example",
                                "javascript:alert(1)",
                                "--x",
                                ""),
                        refusals(URL, "one line", "https://a.example/\nx", "https://a.example/" + "x".repeat(2000)),
                        refusals(PATH, "an absolute path", "backups", "./x", "/a/../b", "/a/./b", "/a//b", "/a/", ""),
                        refusals(PATH, "one line", "/a\u0000b", "/a\nb"),
                        refusals(
                                CRON,
                                "as in a crontab",
                                "* * * *",
                                "* * * * * *",
                                "60 * * * *",
                                "* 24 * * *",
                                "* * 0 * *",
                                "* * * 13 *",
                                "@daily",
                                "*/0 * * * *",
                                "5-1-9 * * * *",
                                "* * * * *\n* * * * *",
                                ""),
                        refusals(
                                EMAIL,
                                "e-mail",
                                "a",
                                "a@",
                                "@b",
                                "a b@c.example",
                                "a@b@c",
                                "a@b.example\n",
                                "a@-b",
                                ""),
                        refusals(STRING, "one line", "a\nb", "a\tb", "\u0000", "x".repeat(2001)))
                .flatMap(tests -> tests);
    }

    private static Stream<DynamicTest> refusals(Setting<?> setting, String expectation, String... texts) {
        return Stream.of(texts)
                .map(text -> DynamicTest.dynamicTest(
                        setting.type().id() + " " + (text.length() > 40 ? text.substring(0, 40) : text),
                        () -> assertThatThrownBy(() -> setting.parse().apply(text))
                                .isInstanceOf(InvalidValue.class)
                                .hasMessageContaining(expectation)));
    }
}
