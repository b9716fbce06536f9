package ai.nominate.tenantmgr.host.process;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/** A program that another one starts within its own limits and namespaces, with which it ends. Not for the manager itself. */
public final class ChildProcess {
    private static final int MOST_BYTES = 1 << 16;

    private final Process process;
    private final Path log;

    private ChildProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** @param log takes its output and errors */
    public static ChildProcess start(Path program, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(program.toString()).redirectErrorStream(true);
        return new ChildProcess(builder.redirectOutput(log.toFile()).start(), log);
    }

    /** How it ended; empty while it runs. */
    public OptionalInt exit() {
        return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    /** What it printed last. */
    public List<String> lastLines(int count) {
        try (var printed = Files.newByteChannel(log)) {
            printed.position(Math.max(0, printed.size() - MOST_BYTES));
            byte[] end = Channels.newInputStream(printed).readNBytes(MOST_BYTES);
            List<String> lines = new String(end, StandardCharsets.UTF_8).lines().toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException e) {
            return List.of();
        }
    }

    public void kill() {
        process.destroyForcibly();
    }
}
