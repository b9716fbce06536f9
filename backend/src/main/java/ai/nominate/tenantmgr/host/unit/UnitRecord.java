package ai.nominate.tenantmgr.host.unit;

import ai.nominate.tenantmgr.host.command.FileView;
import ai.nominate.tenantmgr.host.process.Limits;
import ai.nominate.tenantmgr.host.process.LiveProcess;
import ai.nominate.tenantmgr.host.process.ProcessIdentity;
import ai.nominate.tenantmgr.host.process.ProcessUsage;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The record of a unit. A cache: the running processes take precedence.
 *
 * @param leader the process started from the launch file; null if none is expected to run
 * @param quickDeaths number of consecutive quick crashes
 * @param excess the limit for which it was last ended; null if it exited by itself
 * @param logFrom size of its log when it was last started on request
 */
record UnitRecord(
        Unit unit,
        UnitState state,
        ProcessIdentity leader,
        Instant since,
        int restarts,
        int quickDeaths,
        Integer lastExit,
        String excess,
        long logFrom) {

    static UnitRecord unseen(Unit unit) {
        return new UnitRecord(unit, UnitState.STOPPED, null, null, 0, 0, null, null, 0);
    }

    UnitRecord of(Unit newer) {
        return new UnitRecord(newer, state, leader, since, restarts, quickDeaths, lastExit, excess, logFrom);
    }

    /** Started on request: nothing of earlier attempts counts any more. */
    UnitRecord attempt(long logSize) {
        return new UnitRecord(unit, state, leader, since, 0, 0, lastExit, null, logSize);
    }

    UnitRecord running(ProcessIdentity process, Instant start) {
        return new UnitRecord(
                unit, UnitState.RUNNING, process, start, restarts, quickDeaths, lastExit, excess, logFrom);
    }

    UnitRecord ended(UnitState next, Instant end, Integer exit) {
        return new UnitRecord(unit, next, null, end, restarts, quickDeaths, exit, excess, logFrom);
    }

    UnitRecord exceeding(String limit) {
        return new UnitRecord(unit, state, leader, since, restarts, quickDeaths, lastExit, limit, logFrom);
    }

    UnitRecord counting(int newRestarts, int newQuickDeaths) {
        return new UnitRecord(unit, state, leader, since, newRestarts, newQuickDeaths, lastExit, excess, logFrom);
    }

    /** Without what its processes use, which costs a look at the machine. */
    UnitStatus status() {
        Long pid = leader == null ? null : (Long) leader.pid();
        return new UnitStatus(unit.id(), state, pid, since, restarts, null, null, lastExit, excess);
    }

    UnitStatus status(List<ProcessUsage> family) {
        if (leader == null) {
            return status();
        }
        long memory = family.stream().mapToLong(ProcessUsage::residentBytes).sum();
        int tasks = family.stream().mapToInt(ProcessUsage::threads).sum();
        return new UnitStatus(unit.id(), state, program(family), since, restarts, memory, tasks, lastExit, excess);
    }

    /** An isolated program is the child of its namespace's first process, whose parent is the leader. */
    private long program(List<ProcessUsage> family) {
        boolean isolated = family.stream()
                .map(ProcessUsage::process)
                .anyMatch(process -> process.pid() == leader.pid() && process.startsNamespace());
        return isolated
                ? child(family, leader.pid())
                        .flatMap(first -> child(family, first))
                        .orElse(leader.pid())
                : leader.pid();
    }

    private static Optional<Long> child(List<ProcessUsage> family, long parent) {
        return family.stream()
                .filter(each -> each.parent() == parent)
                .map(ProcessUsage::process)
                .min(Comparator.comparingLong(LiveProcess::startTicks).thenComparingLong(LiveProcess::pid))
                .map(LiveProcess::pid);
    }

    String text() {
        Map<String, Object> lines = new TreeMap<>(Map.of(
                "unit", unit.id(),
                "launch", unit.launchFile(),
                "directory", unit.directory(),
                "log", unit.log(),
                "memory", unit.limits().memoryBytes(),
                "tasks", unit.limits().tasks(),
                "state", state,
                "restarts", restarts,
                "quick-deaths", quickDeaths,
                "log-from", logFrom));
        if (leader != null) {
            lines.put("pid", leader.pid());
            lines.put("start", leader.startTicks());
            lines.put("boot", leader.boot());
        }
        if (since != null) {
            lines.put("since", since);
        }
        if (lastExit != null) {
            lines.put("last-exit", lastExit);
        }
        if (excess != null) {
            lines.put("excess", excess);
        }
        unit.view().ifPresent(view -> lines.put("view", view.text()));
        return lines.entrySet().stream()
                .map(line -> line.getKey() + "="
                        + line.getValue().toString().replace("\\", "\\\\").replace("\n", "\\n") + "\n")
                .collect(Collectors.joining());
    }

    /** @throws IllegalArgumentException if the text is not a record */
    static UnitRecord parse(String text) {
        Properties lines = new Properties();
        try {
            lines.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Unit unit = new Unit(
                UnitId.of(required(lines, "unit")),
                Path.of(required(lines, "launch")),
                Path.of(required(lines, "directory")),
                Path.of(required(lines, "log")),
                new Limits(
                        Long.parseLong(required(lines, "memory")),
                        Integer.parseInt(lines.getProperty("tasks", "0"))), // absent before there was such a limit
                Optional.ofNullable(lines.getProperty("view")).map(FileView::parse)); // absent before there were views
        return new UnitRecord(
                unit,
                UnitState.valueOf(required(lines, "state")),
                lines.containsKey("pid")
                        ? new ProcessIdentity(
                                Long.parseLong(required(lines, "pid")),
                                Long.parseLong(required(lines, "start")),
                                required(lines, "boot"))
                        : null,
                lines.containsKey("since") ? Instant.parse(required(lines, "since")) : null,
                Integer.parseInt(required(lines, "restarts")),
                Integer.parseInt(required(lines, "quick-deaths")),
                lines.containsKey("last-exit") ? Integer.valueOf(required(lines, "last-exit")) : null,
                lines.getProperty("excess"),
                Long.parseLong(lines.getProperty("log-from", "0")));
    }

    private static String required(Properties lines, String name) {
        String value = lines.getProperty(name);
        if (value == null) {
            throw new IllegalArgumentException("missing " + name);
        }
        return value;
    }
}
