package ai.nominate.tenantmgr.theme;

import ai.nominate.tenantmgr.theme.colour.Srgb;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Stream;

/** Colours that tests make scales and themes of. */
public final class Brands {
    private Brands() {}

    /** The different colours of all brands in simple-icons: 2,788. */
    public static Stream<Srgb> real() {
        try (InputStream file = Brands.class.getResourceAsStream("/colour/brands.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("# "))
                    .flatMap(line -> Stream.of(line.split(" ")))
                    .map(Srgb::of);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The same colours in each run. */
    public static Stream<Srgb> random(int count) {
        return new Random(42).ints(count, 0, 1 << 24).mapToObj(Srgb::of);
    }

    /** All greys, and the corners of the cube of colours. */
    public static Stream<Srgb> extremes() {
        Stream<Srgb> greys =
                Stream.iterate(0, level -> level < 256, level -> level + 1).map(level -> new Srgb(level, level, level));
        Stream<Srgb> corners = Stream.of(0xff0000, 0x00ff00, 0x0000ff, 0xffff00, 0x00ffff, 0xff00ff, 0xfefeff, 0x010000)
                .map(Srgb::of);
        return Stream.concat(greys, corners);
    }
}
