package ai.nominate.tenantmgr.analysis.capture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The Node that runs Playwright's driver: the system's, or else the first on the manager's PATH. */
final class NodeProgram {
    private static final String SYSTEM = "/usr/local/bin:/usr/bin:/bin";

    private NodeProgram() {}

    static Optional<Path> find() {
        String own = System.getenv("PATH");
        return find(own == null ? SYSTEM : SYSTEM + ":" + own);
    }

    /** The first one on a PATH, behind all links: elsewhere than here, a link may lead nowhere. */
    static Optional<Path> find(String path) {
        return Stream.of(path.split(":"))
                .filter(directory -> directory.startsWith("/"))
                .map(directory -> Path.of(directory, "node"))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst()
                .map(NodeProgram::real);
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("could not follow " + file, e);
        }
    }
}
