package ai.nominate.tenantmgr.theme.colour;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Rows of published or generated numbers, one a line; lines with # say where they come from. */
record Vectors(String[] fields) {
    static Stream<Vectors> of(String name) {
        try (InputStream file = Vectors.class.getResourceAsStream("/colour/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> new Vectors(line.split(" ")));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Srgb colour(int index) {
        return Srgb.of(fields[index]);
    }

    double number(int index) {
        return Double.parseDouble(fields[index]);
    }
}
