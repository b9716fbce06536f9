package ai.nominate.tenantmgr.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Processes of this machine, selected by environment and command line. */
final class Machine {
    private Machine() {}

    /** All processes started by a home, and all that work in it. */
    static List<Long> processesOf(Path home) {
        return processes(process -> variables(process).anyMatch(("TENANTMGR_OWNER=" + home)::equals)
                || words(process, "cmdline").anyMatch(word -> word.contains(home + "/")));
    }

    /** All processes of all tenants. */
    static List<Long> servicesOf(Path home) {
        return processes(process -> variables(process).anyMatch(("TENANTMGR_OWNER=" + home)::equals)
                && variables(process).anyMatch(word -> word.startsWith("TENANTMGR_SERVICE=")));
    }

    /** Processes started by a deployment itself: fetch, build, migration. */
    static List<Long> processesOfDeployment(String id) {
        return processes(process -> variables(process).anyMatch(word -> word.startsWith("TENANTMGR_RUN=" + id + ":")));
    }

    static List<Long> processesOfSlot(Path home, String slug, String slot) {
        return processes(process -> variables(process).anyMatch(("TENANTMGR_OWNER=" + home)::equals)
                && variables(process)
                        .anyMatch(word -> word.startsWith("TENANTMGR_SERVICE=" + slug + "/" + slot + "/")));
    }

    /** The processes whose command line begins with the text; words are separated by blanks. */
    static List<Long> named(String text) {
        return processes(process ->
                words(process, "cmdline").collect(Collectors.joining(" ")).startsWith(text));
    }

    /** The environment of a process at its start. */
    static Map<String, String> environment(long pid) {
        try {
            String text = Files.readString(Path.of("/proc", String.valueOf(pid), "environ"));
            return Arrays.stream(text.split("\0"))
                    .collect(Collectors.toMap(
                            word -> word.substring(0, word.indexOf('=')),
                            word -> word.substring(word.indexOf('=') + 1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A zombie has no environment. */
    static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).stream().flatMap(Machine::variables).anyMatch(word -> !word.isEmpty());
    }

    /** @param name without SIG, such as STOP */
    static void signal(String name, long pid) {
        try {
            int code = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                    .start()
                    .waitFor();
            assertThat(code).as("kill -%s", name).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Long> processes(Predicate<ProcessHandle> which) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(which)
                .map(ProcessHandle::pid)
                .toList();
    }

    private static Stream<String> variables(ProcessHandle process) {
        return words(process, "environ");
    }

    private static Stream<String> words(ProcessHandle process, String file) {
        try {
            String text = Files.readString(
                    Path.of("/proc", String.valueOf(process.pid()), file), StandardCharsets.ISO_8859_1);
            return Arrays.stream(text.split("\0"));
        } catch (IOException gone) {
            return Stream.empty();
        }
    }
}
