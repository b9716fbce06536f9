package ai.nominate.tenantmgr.analysis.capture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine's Node, on which Playwright's driver runs: that of the system, or else the one of whoever started the manager. */
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
