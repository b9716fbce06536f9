package ai.nominate.tenantmgr.traffic;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The log and the file that was moved aside before it, read one after the other. A position is the number of a file and an offset in it,
 * so it survives the renaming. Only its reader moves them.
 *
 * @param older may be missing, and so may the log
 */
record TrafficLog(Path log, Path older) {
    /** Read at once: some 200,000 requests. */
    static final long MOST = 8L << 20;

    private static final long LARGE = 16L << 20;
    /** So large only if it cannot be counted: then what was not counted is given up. */
    private static final long TOO_LARGE = 256L << 20;

    /** @param hasMore whether there was more to read at once */
    record Read(LogPart part, LogPosition end, boolean hasMore) {}

    /** Reads on from a position. If its file is gone, what is later than its last request is read. */
    Read read(LogPosition from, Instant now) {
        List<LogFile> files =
                Stream.of(older, log).flatMap(file -> LogFile.of(file).stream()).toList();
        Optional<LogFile> known =
                files.stream().filter(file -> file.holds(from)).findFirst();
        LogPart part = new LogPart(
                from.until(), known.isPresent() ? Instant.EPOCH : from.until(), now.truncatedTo(ChronoUnit.MINUTES));
        LogPosition end = from;
        long left = MOST;
        for (LogFile file : files.subList(Math.max(0, files.indexOf(known.orElse(null))), files.size())) {
            long begin = known.filter(file::equals).isPresent() ? from.offset() : 0;
            long offset = WholeLines.read(file.path(), begin, left, part);
            left -= offset - begin;
            end = new LogPosition(file.id(), offset, part.until());
            if (part.isCurrent() || left <= 0 || file.path().equals(older) && !file.isSettled(now)) {
                break;
            }
        }
        return new Read(part, end, left <= 0);
    }

    /** Whether the log is large enough to be moved aside, and what was moved aside before is counted. */
    boolean isFull(LogPosition counted) {
        return LogFile.of(log)
                .filter(file -> file.size() > LARGE && file.id() == counted.file() || file.size() > TOO_LARGE)
                .isPresent();
    }

    /** Whether NGINX has not opened the log anew after it was moved aside. */
    boolean isWithoutLog() {
        return LogFile.of(log).isEmpty() && LogFile.of(older).isPresent();
    }
}
