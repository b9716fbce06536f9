package ai.nominate.tenantmgr.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Blocks a program of a release until the gate is opened, and counts its starts and ends. */
final class Gate {
    private static final String BEGUN = "begun";
    private static final String ENDED = "ended";
    private final Path directory;

    Gate(Path directory) {
        this.directory = directory;
        Source.delete(directory);
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the program named by its arguments, between two records. */
    String script() {
        return """
                #!/bin/sh
                set -eu
                cd "${0%%/*}"
                echo waiting at the gate
                echo . >> '%1$s/begun'
                until [ -e '%1$s/open' ]; do sleep 0.05; done
                "$@"
                echo . >> '%1$s/ended'
                """.formatted(directory);
    }

    void open() {
        try {
            Files.writeString(directory.resolve("open"), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int begun() {
        return notes(BEGUN);
    }

    int ended() {
        return notes(ENDED);
    }

    private int notes(String kind) {
        try {
            Path file = directory.resolve(kind);
            return Files.exists(file) ? Files.readAllLines(file).size() : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
