package ai.nominate.tenantmgr.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.kernel.EnvKey;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.manifest.EnvDefaults;
import ai.nominate.tenantmgr.manifest.Placeholders;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchFileTest {
    private static final PortNumber PORT = new PortNumber(20_002);

    @TempDir
    Path home;

    @Test
    void the_script_is_short_enough_to_read() {
        assertThat(LaunchFile.render(Path.of("/h/a.env"), PORT, Path.of("/h/it's"), List.of("./serve", "a b")))
                .isEqualTo("""
                #!/bin/sh
                set -ea
                . '/h/a.env'
                PORT=20002
                set +a
                cd '/h/it'\\''s'
                exec './serve' 'a b'
                """);
    }

    @Test
    void the_service_gets_its_environment_its_port_and_its_directory() throws Exception {
        Path release = Files.createDirectory(home.resolve("release $(id) 'x' \n-y"));
        Path envFile = Files.writeString(
                home.resolve("a '$x'.env"),
                EnvFile.render(new TreeMap<>(Map.of(new EnvKey("GREETING"), "it's $5\n", new EnvKey("PORT"), "1"))));

        Map<String, String> seen =
                Shells.environment(run(LaunchFile.render(envFile, PORT, release, List.of("env", "-0"))));

        assertThat(seen)
                .containsEntry("GREETING", "it's $5\n")
                .containsEntry("PORT", "20002")
                .containsEntry("PWD", release.toString());
    }

    @Test
    void a_supervisor_that_reads_the_environment_itself_needs_only_port_and_directory() throws Exception {
        Map<String, String> seen = Shells.environment(run(LaunchFile.render(PORT, home, List.of("env", "-0"))));
        assertThat(seen.keySet()).containsOnly("PATH", "PORT", "PWD", "OLDPWD");
    }

    @Test
    void a_variable_in_a_word_has_the_value_of_the_service_s_environment() throws Exception {
        Path envFile = Files.writeString(
                home.resolve("a.env"), EnvFile.render(new TreeMap<>(Map.of(new EnvKey("TITLE"), "a 'b' $(id)\n*"))));
        Map<EnvKey, Placeholders> defaults = new EnvDefaults(
                        Map.of(new EnvKey("LISTEN"), "${HOST_NAME}:${PORT}", new EnvKey("TITLE"), "${PORT}"))
                .ofService();

        String script = LaunchFile.render(
                Optional.of(envFile),
                Optional.of(PORT),
                defaults,
                home,
                List.of("printf", "%s\\0", "--port=${PORT}", "${TITLE}", "$${PORT}", "${LISTEN}", "$PORT"));

        assertThat(Shells.words(run(script)))
                .containsExactly("--port=20002", "a 'b' $(id)\n*", "${PORT}", ":20002", "$PORT");
    }

    @Test
    void a_worker_has_no_port() {
        assertThat(LaunchFile.render(Optional.empty(), Optional.empty(), Map.of(), home, List.of("./work")))
                .doesNotContain("PORT");
    }

    @Test
    void what_a_shell_reads_is_passed_on_unchanged() throws Exception {
        assertThat(Shells.words(run(
                        LaunchFile.render(PORT, home, List.of("sh", "-ec", "printf '%s\\0' \"$PORT\" ${PORT:-1}")))))
                .containsExactly("20002", "20002");
    }

    @Test
    void words_reach_the_program_exactly() throws Exception {
        List<String> words = new ArrayList<>(List.of(
                "",
                " ",
                "'",
                "''",
                "\"",
                "\\",
                "$HOME",
                "$(id)",
                "`id`",
                "a\nb",
                ";",
                "&&",
                "|",
                "%h",
                "*",
                "~",
                "-",
                "--",
                "!",
                "ü😀",
                "\u0001\u001b\u007f",
                "a\r\n",
                "A=b"));
        Random random = new Random(11);
        while (words.size() < 1_000) {
            words.add(random.ints(random.nextInt(20), 1, 0x2fff)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString());
        }
        List<String> argv = new ArrayList<>(List.of("printf", "%s\\0"));
        argv.addAll(words);

        assertThat(Shells.words(run(LaunchFile.render(PORT, home, argv)))).isEqualTo(words);
    }

    /** A shell runs its trap after its current command has ended. */
    private static void wake(Process shell) {
        try {
            shell.getOutputStream().write('\n');
            shell.getOutputStream().flush();
        } catch (IOException alreadyGone) {
            // it did not wait
        }
    }

    @Test
    void the_service_is_the_process_that_was_started_and_gets_its_signals() throws Exception {
        String service = "trap 'exit 7' TERM; echo $$; while :; do read line; done";
        Path script = home.resolve("a.backend");
        Files.writeString(script, LaunchFile.render(PORT, home, List.of("sh", "-c", service)));

        Process process = new ProcessBuilder("/bin/sh", script.toString()).start();
        try (BufferedReader output = process.inputReader()) {
            assertThat(output.readLine()).isEqualTo(Long.toString(process.pid()));
            process.toHandle().destroy();
            wake(process);
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(7);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void nothing_is_started_without_its_environment_or_its_directory() throws Exception {
        Path marker = home.resolve("started");
        List<String> argv = List.of("touch", marker.toString());
        Path missing = home.resolve("missing");
        Path envFile = Files.writeString(home.resolve("a.env"), "");

        assertThat(exit(LaunchFile.render(missing, PORT, home, argv))).isNotZero();
        assertThat(exit(LaunchFile.render(envFile, PORT, missing, argv))).isNotZero();
        assertThat(marker).doesNotExist();
        assertThat(exit(LaunchFile.render(envFile, PORT, home, argv))).isZero();
        assertThat(marker).exists();
    }

    @Test
    void what_is_no_program_or_no_word_is_refused() {
        for (List<String> argv : List.of(
                List.<String>of(), List.of(""), List.of("-c", "id"), List.of("x", "a\0b"), List.of("x", "\ud800"))) {
            assertThatThrownBy(() -> LaunchFile.render(PORT, home, argv)).isInstanceOf(InvalidValue.class);
        }
        assertThatThrownBy(() -> LaunchFile.render(PORT, Path.of("relative"), List.of("x")))
                .isInstanceOf(InvalidValue.class);
    }

    private String run(String script) throws Exception {
        return Shells.output(
                "/bin/sh", Files.writeString(home.resolve("launch"), script).toString());
    }

    private int exit(String script) throws Exception {
        return new ProcessBuilder(
                        "/bin/sh",
                        Files.writeString(home.resolve("launch"), script).toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
