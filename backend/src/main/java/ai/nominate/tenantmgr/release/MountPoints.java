package ai.nominate.tenantmgr.release;

import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.manifest.Manifest;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The directories of a release over which those of a tenant are mounted: a release that is read-only gets no more of them. */
final class MountPoints {
    private MountPoints() {}

    /** @throws ProblemException if a file, or a link, is where a directory should be */
    static void make(Path release, Manifest manifest) {
        Stream.concat(manifest.storage().stream(), manifest.writable().stream()).forEach(name -> make(release, name));
    }

    private static void make(Path release, String name) {
        Path place = release;
        for (Path part : Path.of(name)) {
            place = place.resolve(part);
            if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)
                    && !Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
                throw new ProblemException(
                        ReleaseProblem.MOUNT_POINT_TAKEN,
                        release.relativize(place) + " is no directory of the release, and the manifest names " + name
                                + " as a directory to write to");
            }
        }
        SafeFiles.directory(place, "rwxr-xr-x");
    }
}
