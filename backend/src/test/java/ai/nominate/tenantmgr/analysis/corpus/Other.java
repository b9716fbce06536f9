package ai.nominate.tenantmgr.analysis.corpus;

import ai.nominate.tenantmgr.analysis.evidence.Hex;
import ai.nominate.tenantmgr.analysis.evidence.Snapshot;
import ai.nominate.tenantmgr.analysis.evidence.SnapshotJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A page that others built, as an npm package ships it. Neither the page nor its evidence is committed.
 *
 * @param pack name and version of the package
 * @param page path in it
 * @param source where its authors declare the label
 * @param theme {@code package path} of a style sheet that the page wears instead of its own; empty for its own
 */
record Other(Site site, String pack, String page, String source, String theme) {
    private static final Path LIST = Path.of("../deploy/theme-report/others.tsv");
    private static final Path DIRECTORY = Path.of("target/theme-others");

    /** In the order of the list; every third is held out. */
    static List<Other> all() {
        try {
            List<String> lines = Files.readAllLines(LIST).stream()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
            return IntStream.range(0, lines.size())
                    .mapToObj(i -> of(lines.get(i).split("\t", -1), i % 3 == 2))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Other of(String[] fields, boolean heldOut) {
        List<Hex> labels = fields[3].equals("none")
                ? List.of()
                : Stream.of(fields[3].split(" ")).map(Hex::new).toList();
        Site site = new Site(fields[0], Site.Trap.PLAIN, labels, null, "", "", heldOut);
        return new Other(site, fields[1], fields[2], fields[4], fields.length > 5 ? fields[5] : "");
    }

    String host(boolean mangled) {
        return site.name() + (mangled ? ".mangled" : "") + ".others.example";
    }

    String address(boolean mangled) {
        return "http://" + host(mangled) + "/" + page;
    }

    static Path directory(String pack) {
        return DIRECTORY.resolve("packages").resolve(pack.replace('/', '+'));
    }

    Path evidence(boolean mangled) {
        return DIRECTORY.resolve("evidence").resolve(site.name() + (mangled ? ".mangled" : "") + ".json");
    }

    /** Of its first screen. */
    Path picture() {
        return DIRECTORY.resolve("pictures").resolve(site.name() + ".png");
    }

    boolean isCaptured(boolean mangled) {
        return Files.exists(evidence(mangled));
    }

    Snapshot snapshot(boolean mangled) {
        try {
            return SnapshotJson.read(Files.readAllBytes(evidence(mangled)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the page paints the colour that its authors declare, anywhere: what it does not paint nobody can see on it. */
    boolean paintsLabel() {
        return snapshot(false).light().paints().stream()
                .anyMatch(paint -> Outcome.nearest(paint.colour(), site.primary()) < Outcome.SAME);
    }
}
