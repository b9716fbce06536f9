package ai.nominate.tenantmgr.traffic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A file of the log as it is now. @param id inode */
record LogFile(Path path, long id, long size, Instant changed) {
    /** NGINX opens a renamed log anew at once, and writes what it holds back within a second. */
    private static final int SETTLED_SECONDS = 5;

    static Optional<LogFile> of(Path path) {
        try {
            Map<String, Object> found =
                    Files.readAttributes(path, "unix:ino,size,lastModifiedTime", LinkOption.NOFOLLOW_LINKS);
            return Optional.of(new LogFile(
                    path,
                    (Long) found.get("ino"),
                    (Long) found.get("size"),
                    ((FileTime) found.get("lastModifiedTime")).toInstant()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean holds(LogPosition position) {
        return id == position.file() && size >= position.offset();
    }

    /** Whether nobody writes to it any more, if it was moved aside. */
    boolean isSettled(Instant now) {
        return changed.plusSeconds(SETTLED_SECONDS).isBefore(now);
    }
}
