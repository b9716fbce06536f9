package ai.nominate.tenantmgr.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The processes of the product's PostgreSQL, for fault injection. */
final class Postgres {
    private static final int STATUS = 7;
    private final Path file;

    Postgres(Path home) {
        this.file = home.resolve("pg/15/postmaster.pid");
    }

    /** Whether it runs and accepts connections. */
    boolean isReady() {
        List<String> lines = lines();
        return lines.size() > STATUS && lines.get(STATUS).strip().equals("ready");
    }

    boolean isGone() {
        return lines().isEmpty();
    }

    /** Starts a smart shutdown, which waits for clients. */
    void terminate() {
        Machine.signal("TERM", leading().pid());
    }

    /** Freezes all its processes: it accepts connections and statements without answering. */
    void freeze() {
        Machine.signal("STOP", leading().pid());
        leading().descendants().forEach(each -> Machine.signal("STOP", each.pid()));
    }

    void thaw() {
        Stream.concat(leading().descendants(), Stream.of(leading()))
                .forEach(each -> Machine.signal("CONT", each.pid()));
    }

    private ProcessHandle leading() {
        return ProcessHandle.of(Long.parseLong(lines().getFirst().strip())).orElseThrow();
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (IOException none) {
            return List.of();
        }
    }
}
