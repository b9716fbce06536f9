package ai.nominate.tenantmgr.maintenance;

import java.nio.file.Path;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A directory of the manager and the disk it lies on. */
@Schema(name = "SystemPath")
record PathView(
        @Schema(description = "What lies there", required = true, examples = "releases")
        String name,

        @Schema(description = "Absolute path", required = true, examples = "/var/lib/tenantmgr/releases")
        String path,

        @Schema(description = "Size of its disk in bytes; 0 if the directory does not exist yet", required = true)
        long totalBytes,

        @Schema(
                description = "Bytes on its disk that the manager may still use; 0 if the directory does not exist yet",
                required = true)
        long freeBytes) {

    static PathView of(String name, Path directory) {
        return new PathView(
                name,
                directory.toString(),
                directory.toFile().getTotalSpace(),
                directory.toFile().getUsableSpace());
    }
}
