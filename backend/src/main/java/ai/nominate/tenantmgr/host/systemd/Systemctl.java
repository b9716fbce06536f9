package ai.nominate.tenantmgr.host.systemd;

import ai.nominate.tenantmgr.host.command.Command;
import ai.nominate.tenantmgr.host.command.CommandResult;
import ai.nominate.tenantmgr.host.command.Runner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The systemctl program: what it says is stable, it needs no connection that can break, and polkit asks the same questions. */
final class Systemctl {
    /** A start waits for the program to be executed, and a busy machine takes its time. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Runner runner;
    private final List<String> prefix;

    /** @param prefix words before each command; none but in tests */
    Systemctl(Runner runner, List<String> prefix) {
        this.runner = runner;
        this.prefix = prefix;
    }

    /** @throws UncheckedIOException if systemd refuses, with its words */
    void start(String unit) {
        CommandResult result = run("start", "--", unit);
        if (!result.succeeded()) {
            throw new UncheckedIOException(
                    unit + " could not be started", new IOException(String.join(" ", result.lastLines())));
        }
    }

    /** Asks only; also calls off a restart that waits. */
    void stop(String unit) {
        run("stop", "--no-block", "--", unit);
    }

    /** Waits until it is stopped. */
    void stopAndWait(String unit) {
        run("stop", "--", unit);
    }

    void kill(String unit) {
        run("kill", "--kill-whom=all", "--signal=KILL", "--", unit);
    }

    /** Forgets how it ended, and that it was started often. */
    void resetFailed(String unit) {
        run("reset-failed", "--", unit);
    }

    /** @throws UncheckedIOException if systemd refuses: no program runs without its limits */
    void set(String unit, List<String> properties) {
        List<String> words = new ArrayList<>(List.of("set-property", "--runtime", "--", unit));
        words.addAll(properties);
        CommandResult result = run(words.toArray(String[]::new));
        if (!result.succeeded()) {
            throw new UncheckedIOException(
                    "the limits of " + unit + " could not be set",
                    new IOException(String.join(" ", result.lastLines())));
        }
    }

    UnitEnd end(String unit) {
        CommandResult result = run(
                "show", "--property=ActiveState,Result,ExecMainCode,ExecMainStatus,ExecMainPID,MainPID", "--", unit);
        Map<String, String> properties = new HashMap<>();
        for (String line : result.lastLines()) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                properties.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return UnitEnd.of(properties);
    }

    /** Runs another program as the same user. */
    CommandResult program(String... words) {
        List<String> argv = new ArrayList<>(prefix);
        argv.addAll(List.of(words));
        return runner.run(new Command(argv, Path.of("/"), Map.of()), LIMIT);
    }

    /** Runs a program that needs nothing of systemd. */
    CommandResult plain(String... words) {
        return runner.run(Command.of(words), LIMIT);
    }

    private CommandResult run(String... words) {
        List<String> argv = new ArrayList<>(List.of("/usr/bin/systemctl", "--no-ask-password", "--no-pager"));
        argv.addAll(List.of(words));
        return program(argv.toArray(String[]::new));
    }
}
