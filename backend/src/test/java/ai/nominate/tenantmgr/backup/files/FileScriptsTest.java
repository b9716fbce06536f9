package ai.nominate.tenantmgr.backup.files;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.host.Repetitions;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An exchange of files that is killed anywhere goes on to the new ones, or back to the old ones: never to a mixture, never to nothing. */
class FileScriptsTest {
    private static final int ENOUGH = 40;
    /** Counts the programs that change a file; the chosen one kills the script, before or after its work. */
    private static final String COUNTING = """
        #!/bin/sh
        echo >>"$COUNT"
        n=$(wc -l <"$COUNT")
        if [ "$n" = "$DIES" ] && [ "$WHEN" = before ]; then kill -9 $PPID; exit; fi
        %s "$@"; code=$?
        if [ "$n" = "$DIES" ]; then kill -9 $PPID; fi
        exit $code
        """;

    @TempDir
    Path directory;

    private Path live;
    private Path work;

    @BeforeEach
    void programs_that_count() throws IOException {
        for (String program : List.of("mv", "rm", "mkdir", "rmdir")) {
            SafeFiles.write(directory.resolve("bin/" + program), COUNTING.formatted("/bin/" + program), "rwx------");
        }
        live = directory.resolve("storage");
        work = live.resolve(".tenantmgr/r");
    }

    @Test
    void a_killed_exchange_goes_on() throws Exception {
        for (int dies = 1; dies < ENOUGH; dies += Repetitions.of(3, 1)) {
            for (String when : List.of("before", "after")) {
                reset();
                boolean killed = exchange("before", "restored", dies, when);
                exchange("before", "restored", 0, "");
                assertThat(content(live)).as("killed %s change %s", when, dies).isEqualTo("A=new B=new");
                assertThat(content(work.resolve("before")))
                        .as("killed %s change %s", when, dies)
                        .isEqualTo("A=old C=old");
                if (!killed) {
                    return;
                }
            }
        }
        throw new AssertionError("it never came to its end");
    }

    @Test
    void a_killed_exchange_goes_back_even_if_a_start_has_made_directories_meanwhile() throws Exception {
        for (int dies = 1; dies < ENOUGH; dies += Repetitions.of(3, 1)) {
            for (String when : List.of("before", "after")) {
                reset();
                boolean killed = exchange("before", "restored", dies, when);
                Files.createDirectories(live.resolve("A"));
                exchange("restored", "before", Repetitions.of(3, 2), "after"); // killed on its way back too
                exchange("restored", "before", 0, "");
                assertThat(content(live)).as("killed %s change %s", when, dies).isEqualTo("A=old C=old");
                if (!killed) {
                    return;
                }
            }
        }
        throw new AssertionError("it never came to its end");
    }

    /** @return whether it was killed */
    private boolean exchange(String aside, String next, int dies, String when) throws Exception {
        Path count = directory.resolve("count");
        Files.writeString(count, "");
        ProcessBuilder script = new ProcessBuilder(
                "/bin/sh",
                "-c",
                FileScripts.EXCHANGE,
                "sh",
                live.toString(),
                work.resolve(aside).toString(),
                work.resolve(next).toString());
        script.environment().put("PATH", directory.resolve("bin") + ":" + System.getenv("PATH"));
        script.environment().putAll(Map.of("COUNT", count.toString(), "DIES", "" + dies, "WHEN", when));
        Process process = script.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        int code = process.waitFor();
        assertThat(code).as(said).isIn(0, 137);
        return code == 137;
    }

    private void reset() throws IOException {
        SafeFiles.deleteTree(live);
        put(live.resolve("A"), "old");
        put(live.resolve("C"), "old");
        put(work.resolve("restored/A"), "new");
        put(work.resolve("restored/B"), "new");
    }

    private static void put(Path path, String content) throws IOException {
        Files.createDirectories(path);
        Files.writeString(path.resolve("file"), content);
    }

    private static String content(Path path) throws IOException {
        try (Stream<Path> entries = Files.list(path)) {
            return entries.filter(entry -> !entry.endsWith(".tenantmgr"))
                    .sorted()
                    .map(entry -> entry.getFileName() + "=" + read(entry.resolve("file")))
                    .collect(Collectors.joining(" "));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "nothing";
        }
    }
}
