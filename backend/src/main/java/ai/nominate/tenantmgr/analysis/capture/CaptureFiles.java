package ai.nominate.tenantmgr.analysis.capture;

import ai.nominate.tenantmgr.analysis.browser.Main;
import ai.nominate.tenantmgr.analysis.evidence.Logo;
import ai.nominate.tenantmgr.analysis.evidence.Screenshot;
import ai.nominate.tenantmgr.analysis.evidence.Snapshot;
import ai.nominate.tenantmgr.analysis.evidence.SnapshotJson;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a capture left in its directory, where a page that has taken over the browser could have put anything: nothing is followed,
 * and only files of known names, kinds and sizes are taken over.
 */
record CaptureFiles(Path directory) {
    private static final long LARGEST_SNAPSHOT = 4L << 20;
    private static final long LARGEST_PICTURE = 32L << 20;
    private static final long LARGEST_SITE_PICTURE = 4L << 20;
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}\\.(png|jpg|webp|svg)");

    /**
     * Moves the pictures of the snapshot to another directory of the same disk.
     *
     * @throws IOException if what is there is no snapshot
     */
    Snapshot takeOver(Path target) throws IOException {
        Snapshot snapshot;
        try {
            snapshot = SnapshotJson.read(bytes(directory.resolve(Main.SNAPSHOT)));
        } catch (IllegalArgumentException e) {
            throw new IOException("the capture left no snapshot", e);
        }
        SafeFiles.directory(target, "rwx------");
        List<String> names = Stream.concat(
                        snapshot.screenshots().stream().map(Screenshot::file),
                        snapshot.logos().stream().map(Logo::file).filter(file -> !file.isEmpty()))
                .distinct()
                .toList();
        for (String name : names) {
            Path file = directory.resolve(name);
            if (!NAME.matcher(name).matches() || !isPlain(file, LARGEST_PICTURE)) {
                throw new IOException("the capture left a file that is no picture");
            }
            SafeFiles.move(file, target.resolve(name));
        }
        return snapshot;
    }

    /** The content of one picture, of a size that an answer can carry; empty if it is not there. */
    Optional<byte[]> picture(String name) throws IOException {
        Path file = directory.resolve(name);
        if (!isPlain(file, LARGEST_SITE_PICTURE)) {
            return Optional.empty();
        }
        try (InputStream content = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(content.readNBytes((int) LARGEST_SITE_PICTURE));
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        if (!isPlain(file, LARGEST_SNAPSHOT)) {
            throw new IOException("the capture left no snapshot");
        }
        try (InputStream content = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return content.readNBytes((int) LARGEST_SNAPSHOT);
        }
    }

    private static boolean isPlain(Path file, long largest) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) <= largest;
    }
}
