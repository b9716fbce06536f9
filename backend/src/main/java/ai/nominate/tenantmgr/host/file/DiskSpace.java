package ai.nominate.tenantmgr.host.file;

import java.nio.file.Path;
import java.util.Optional;

/** The disk that a directory lies on. */
public record DiskSpace(Path directory) {
    /** What is missing, for people; empty when so many bytes are free for us. */
    public Optional<String> shortage(long neededBytes) {
        long free = directory.toFile().getUsableSpace();
        return free >= neededBytes
                ? Optional.empty()
                : Optional.of("The disk of " + directory + " has " + (free >> 20) + " MiB free, and "
                        + (neededBytes >> 20) + " MiB are needed");
    }
}
