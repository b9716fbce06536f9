package ai.nominate.tenantmgr.theme.scale;

import ai.nominate.tenantmgr.theme.colour.Srgb;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The palette of Tailwind CSS, as browsers with sRGB show it. */
final class Tailwind {
    private static final Set<String> GREYS =
            Set.of("neutral", "slate", "gray", "zinc", "stone", "mauve", "olive", "mist", "taupe");
    private static final List<Family> FAMILIES = read();

    private Tailwind() {}

    static List<Family> families() {
        return FAMILIES;
    }

    static List<Family> chromatic() {
        return FAMILIES.stream()
                .filter(family -> !GREYS.contains(family.name()))
                .toList();
    }

    static List<Family> greys() {
        return FAMILIES.stream().filter(family -> GREYS.contains(family.name())).toList();
    }

    static Family family(String name) {
        return FAMILIES.stream()
                .filter(family -> family.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such family"));
    }

    /** The family that this colour is part of, around the colour. */
    static Optional<Scale> scaleWith(Srgb colour) {
        return FAMILIES.stream()
                .filter(family -> family.colours().contains(colour))
                .findFirst()
                .map(family -> family.around(Stop.values()[family.colours().indexOf(colour)]));
    }

    private static List<Family> read() {
        try (InputStream file = Tailwind.class.getResourceAsStream("/theme/tailwind.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .map(words -> Family.of(
                            words[0], Stream.of(words).skip(1).map(Srgb::of).toList()))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
