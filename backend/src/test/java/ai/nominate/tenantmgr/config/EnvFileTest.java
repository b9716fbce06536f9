package ai.nominate.tenantmgr.config;

import ai.nominate.tenantmgr.kernel.EnvKey;
import ai.nominate.tenantmgr.kernel.EnvValue;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.manifest.ReservedKeys;


import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvFileTest {
    private static final List<String> SHELLS = List.of("/bin/sh", "/bin/bash");
    private static final List<String> AWKWARD = List.of(
            "",
            " lead",
            "trail ",
            "it's",
            "p@ss #word",
            "a\"b\\c",
            "a\\",
            "\\",
            "\\\n",
            "\n",
            "x\nLD_PRELOAD=/tmp/e.so",
            "x\"\nLD_PRELOAD=\"/tmp/e.so",
            "$(id) `id` ${HOME} $HOME $$ $",
            "!history !!",
            "%h %z 100%",
            "-----BEGIN KEY-----\nMIGH+/=\n-----END KEY-----\n",
            "\ttab\t",
            "~/x *? [a-z] {a,b} & ; | > < ( )",
            "# no comment",
            "=",
            "😀 ü \u202e \u00a0 \ufeff");

    @TempDir
    Path directory;

    @Test
    void values_stand_in_double_quotes_with_four_escapes() {
        assertThat(EnvFile.render(variables("B", "it's \"5$\" \\ `x`", "A", "one\ntwo")))
                .isEqualTo("""
                A="one
                two"
                B="it's \\"5\\$\\" \\\\ \\`x\\`"
                """);
    }

    @Test
    void shells_and_systemd_read_awkward_values_back_exactly() throws Exception {
        SortedMap<EnvKey, String> variables = new TreeMap<>();
        AWKWARD.forEach(value -> variables.put(new EnvKey("V" + variables.size()), value));
        assertReadBack(variables);
    }

    @Test
    void shells_and_systemd_read_thousands_of_random_values_back_exactly() throws Exception {
        Random random = new Random(97);
        for (int round = 0; round < 25; round++) {
            SortedMap<EnvKey, String> variables = new TreeMap<>();
            for (int i = 0; i < 200; i++) {
                variables.put(new EnvKey("V_" + i), value(random));
            }
            assertReadBack(variables);
        }
    }

    /** Shells treat some names specially. Each of these is either refused to tenants or harmless. */
    @Test
    void no_name_that_may_be_set_is_special_to_a_shell() throws Exception {
        SortedMap<EnvKey, String> variables = new TreeMap<>();
        Stream.concat(
                        Shells.output("/bin/bash", "-c", "compgen -v").lines(),
                        Shells.output("/bin/sh", "-c", "set")
                                .lines()
                                .filter(line -> line.matches("\\w+=.*"))
                                .map(line -> line.replaceAll("=.*", "")))
                .map(EnvKey::new)
                .filter(key -> ReservedKeys.refusal(key).isEmpty())
                .forEach(key -> variables.put(key, "of the tenant"));
        assertReadBack(variables);
    }

    @Test
    void the_longest_value_is_read_back() throws Exception {
        assertReadBack(variables("LONG", "\\".repeat(EnvValue.LONGEST)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\0",
                "a\rb",
                "\u001b[31m",
                "\u007f",
                "\u0085",
                "\ud800",
                "\udc00x",
                "\ufffe",
                "\ufdd0",
                "\ud83f\udfff"
            })
    void what_systemd_would_drop_is_refused(String value) {
        assertThatThrownBy(() -> EnvFile.render(variables("KEY", value)))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("must be text without control characters other than line breaks and tabs");
    }

    @Test
    void a_value_that_no_program_could_be_started_with_is_refused() {
        assertThatThrownBy(() -> EnvFile.render(variables("KEY", "ü".repeat(EnvValue.LONGEST / 2 + 1))))
                .hasMessage("must be at most 32768 bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A=b\n",
                "A='b'\n",
                "A=\"b\"",
                "A=\"b\" \n",
                "A=\"b\n",
                "A=\"$b\"\n",
                "A=\"`b`\"\n",
                "A=\"\\n\"\n",
                "A=\"\\",
                "A B=\"b\"\n",
                "1=\"b\"\n",
                "export A=\"b\"\n",
                "# comment\n",
                "\n",
                "A=\"\u0007\"\n"
            })
    void text_that_was_not_rendered_is_not_parsed(String text) {
        assertThatThrownBy(() -> EnvFile.parse("FIRST=\"1\n2\"\n" + text))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("line 3 is not KEY=\"value\", or repeats a key");
    }

    @Test
    void a_key_that_comes_twice_is_not_parsed() {
        assertThatThrownBy(() -> EnvFile.parse("A=\"1\"\nA=\"2\"\n")).hasMessageStartingWith("line 2 ");
    }

    private void assertReadBack(SortedMap<EnvKey, String> variables) throws Exception {
        String text = EnvFile.render(variables);
        assertThat(EnvFile.parse(text)).isEqualTo(variables);
        Map<String, String> plain = new TreeMap<>();
        variables.forEach((key, value) -> plain.put(key.value(), value));
        assertThat(SystemdReader.read(text)).isEqualTo(plain);

        Path file = Files.writeString(directory.resolve("a.env"), text);
        for (String shell : SHELLS) {
            Map<String, String> seen = Shells.environment(
                    Shells.output(shell, "-c", "set -a; . \"$1\"; exec env -0", shell, file.toString()));
            seen.keySet()
                    .removeIf(name ->
                            List.of("PWD", "OLDPWD", "SHLVL", "_", "PATH").contains(name));
            assertThat(new TreeMap<>(seen)).as(shell).isEqualTo(plain);
        }
    }

    private static String value(Random random) {
        StringBuilder value = new StringBuilder();
        int length = random.nextInt(40);
        while (value.length() < length) {
            int point = switch (random.nextInt(4)) {
                case 0 -> "\"\\$`'\n\t !#%&*;=(){}[]<>|~-".codePointAt(random.nextInt(24));
                case 1 -> random.nextInt(0x20, 0x7f);
                case 2 -> random.nextInt(0xa0, 0x2fff);
                default -> random.nextInt(0x10_ffff);
            };
            String piece = Character.toString(point);
            try {
                value.append(new EnvValue(piece).value());
            } catch (InvalidValue e) {
                value.append('x');
            }
        }
        return value.toString();
    }

    private static SortedMap<EnvKey, String> variables(String... keysAndValues) {
        SortedMap<EnvKey, String> variables = new TreeMap<>();
        List<String> list = Arrays.asList(keysAndValues);
        for (int i = 0; i < list.size(); i += 2) {
            variables.put(new EnvKey(list.get(i)), list.get(i + 1));
        }
        return variables;
    }
}
