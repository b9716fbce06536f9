package ai.nominate.tenantmgr.analysis.capture;

import ai.nominate.tenantmgr.host.command.ClassFiles;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The scripts through which Playwright drives a browser. They lie in a jar, from which Playwright would unpack them for each capture
 * anew: here it is done once for each version.
 */
final class BrowserDriver {
    private static final String PREFIX = "driver/";
    private static final String ONE_OF_THEM = PREFIX + "package/cli.js";

    private final Path directory;

    /** @param directory for the scripts of this version; those of others are deleted */
    BrowserDriver(Path directory) {
        this.directory = directory;
    }

    /** The directory that has {@code package} in it. Unpacks it if it is not there, which takes about a second. */
    synchronized Path unpacked() {
        Path jar = ClassFiles.holder(ONE_OF_THEM);
        Path wanted = directory.resolve(jar.getFileName());
        if (!Files.exists(wanted)) {
            SafeFiles.deleteTree(directory);
            Path half = SafeFiles.directory(directory.resolve("half"), "rwx------");
            try (ZipFile content = new ZipFile(jar.toFile())) {
                for (ZipEntry entry : Collections.list(content.entries())) {
                    if (entry.getName().startsWith(PREFIX) && !entry.isDirectory()) {
                        unpack(content, entry, half);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("could not unpack " + jar, e);
            }
            SafeFiles.move(half, wanted);
        }
        return wanted;
    }

    private static void unpack(ZipFile content, ZipEntry entry, Path to) throws IOException {
        Path file = to.resolve(entry.getName().substring(PREFIX.length())).normalize();
        if (!file.startsWith(to)) {
            throw new IOException(entry.getName() + " leads elsewhere");
        }
        SafeFiles.directory(file.getParent(), "rwx------");
        try (InputStream bytes = content.getInputStream(entry)) {
            SafeFiles.write(file, bytes.readAllBytes(), "rw-r--r--");
        }
    }
}
