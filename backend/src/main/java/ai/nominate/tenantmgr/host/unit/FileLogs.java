package ai.nominate.tenantmgr.host.unit;

import ai.nominate.tenantmgr.host.command.RunInterrupted;
import ai.nominate.tenantmgr.host.file.LogPage;
import ai.nominate.tenantmgr.host.file.LogReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Logs that the units write themselves, a file each. */
final class FileLogs implements UnitLogs {
    /** A log that grows so fast is not left alone until the next rotation. */
    private static final long FLOOD = 64L << 20;

    private static final Duration LOOK = Duration.ofMillis(100);

    private final Map<Path, Long> cutAt = new ConcurrentHashMap<>();
    private final LogRotation rotation;

    FileLogs(LogRotation rotation) {
        this.rotation = rotation;
    }

    @Override
    public long place(Unit unit) {
        return unit.log().toFile().length();
    }

    @Override
    public LogPage page(Unit unit, String cursor, int limit, boolean grows) {
        return new LogReader(unit.log(), grows).page(cursor, limit);
    }

    @Override
    public LogPage follow(Unit unit, String cursor, int limit, Duration patience, boolean grows) {
        long start = System.nanoTime();
        while (true) {
            LogPage page = page(unit, cursor, limit, grows);
            if (!page.lines().isEmpty() || System.nanoTime() - start >= patience.toNanos()) {
                return page;
            }
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new RunInterrupted("interrupted while waiting for a line of the log");
            }
        }
    }

    @Override
    public LogPage around(Unit unit, String place, int before, int after, boolean grows) {
        return new LogReader(unit.log(), grows).around(place, before, after);
    }

    @Override
    public LogPage end(Unit unit, long from, int count, boolean grows) {
        return new LogReader(unit.log(), grows).end(from, count);
    }

    @Override
    public void add(Unit unit, String line) throws IOException {
        Files.writeString(unit.log(), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Override
    public void rotate(Collection<Unit> units) {
        rotation.rotate(units.stream().map(Unit::log).toList());
    }

    @Override
    public void look(List<Unit> units) {
        List<Path> flooded = units.stream()
                .map(Unit::log)
                .filter(log -> log.toFile().length() - cutAt.getOrDefault(log, 0L) > FLOOD)
                .toList();
        if (!flooded.isEmpty()) {
            flooded.forEach(log -> cutAt.put(log, log.toFile().length()));
            rotation.rotate(flooded);
        }
    }
}
