package ai.nominate.tenantmgr.nginx;

import ai.nominate.tenantmgr.host.command.Command;
import ai.nominate.tenantmgr.host.command.CommandResult;
import ai.nominate.tenantmgr.host.command.LineSink;
import ai.nominate.tenantmgr.host.command.Runner;
import ai.nominate.tenantmgr.job.Permit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** Runs commands unchanged, and records them. */
final class PlainRunner implements Runner {
    private final List<String> typed = new CopyOnWriteArrayList<>();

    private String word = "";
    private Runnable deed = () -> {};

    /** Runs an action just before each command that contains this word. */
    void before(String word, Runnable deed) {
        this.word = word;
        this.deed = deed;
    }

    @Override
    public CommandResult run(Command command, String run, Duration limit, LineSink output, Permit permit) {
        permit.check();
        typed.add(command.toString());
        if (command.argv().contains(word)) {
            deed.run();
        }
        long start = System.nanoTime();
        try {
            Path log = Files.createTempFile("command", ".log");
            Process process = new ProcessBuilder(command.argv())
                    .directory(command.directory().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                process.destroyForcibly().waitFor();
            }
            List<String> lines = Files.readAllLines(log);
            Files.delete(log);
            return new CommandResult(
                    process.exitValue(), !ended, Optional.empty(), Duration.ofNanos(System.nanoTime() - start), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The number of recorded commands that contain this text. */
    long count(String words) {
        return typed.stream().filter(line -> line.contains(words)).count();
    }
}
