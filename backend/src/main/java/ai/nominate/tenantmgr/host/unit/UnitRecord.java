package ai.nominate.tenantmgr.host.unit;

import ai.nominate.tenantmgr.host.process.ProcessIdentity;


import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The record of a unit. A cache: the running processes take precedence.
 *
 * @param leader the process started from the launch file; null if none is expected to run
 * @param quickDeaths number of consecutive quick crashes
 */
record UnitRecord(
        Unit unit,
        UnitState state,
        ProcessIdentity leader,
        Instant since,
        int restarts,
        int quickDeaths,
        Integer lastExit) {

    static UnitRecord unseen(Unit unit) {
        return new UnitRecord(unit, UnitState.STOPPED, null, null, 0, 0, null);
    }

    UnitRecord of(Unit newer) {
        return new UnitRecord(newer, state, leader, since, restarts, quickDeaths, lastExit);
    }

    UnitRecord running(ProcessIdentity process, Instant start) {
        return new UnitRecord(unit, UnitState.RUNNING, process, start, restarts, quickDeaths, lastExit);
    }

    UnitRecord ended(UnitState next, Instant end, Integer exit) {
        return new UnitRecord(unit, next, null, end, restarts, quickDeaths, exit);
    }

    UnitRecord counting(int newRestarts, int newQuickDeaths) {
        return new UnitRecord(unit, state, leader, since, newRestarts, newQuickDeaths, lastExit);
    }

    String text() {
        Map<String, Object> lines = new TreeMap<>(Map.of(
                "unit", unit.id(),
                "launch", unit.launchFile(),
                "directory", unit.directory(),
                "log", unit.log(),
                "memory", unit.memoryBytes(),
                "state", state,
                "restarts", restarts,
                "quick-deaths", quickDeaths));
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
        return lines.entrySet().stream()
                .map(line -> line.getKey() + "=" + line.getValue().toString().replace("\\", "\\\\") + "\n")
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
                Long.parseLong(required(lines, "memory")));
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
                lines.containsKey("last-exit") ? Integer.valueOf(required(lines, "last-exit")) : null);
    }

    private static String required(Properties lines, String name) {
        String value = lines.getProperty(name);
        if (value == null) {
            throw new IllegalArgumentException("missing " + name);
        }
        return value;
    }
}
