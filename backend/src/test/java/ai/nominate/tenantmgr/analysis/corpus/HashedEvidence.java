package ai.nominate.tenantmgr.analysis.corpus;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The committed evidence of the authored pages without names, as the browser measured it: what lies aside, what is a message and what is
 * the logo was decided without names, too, which no change of the other evidence could repeat. One file, as it differs little from that:
 * lines of a site's name, a tab and JSON.
 */
final class HashedEvidence {
    private static final Path ARCHIVE = Path.of("src/test/resources/theme/hashed-evidence.gz");

    private HashedEvidence() {}

    /** By the name of the site. */
    static SortedMap<String, byte[]> read() throws IOException {
        SortedMap<String, byte[]> pages = new TreeMap<>();
        if (Files.exists(ARCHIVE)) {
            try (var lines = new BufferedReader(new InputStreamReader(
                    new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(ARCHIVE))),
                    StandardCharsets.UTF_8))) {
                lines.lines()
                        .map(line -> line.split("\t", 2))
                        .forEach(page -> pages.put(page[0], page[1].getBytes(StandardCharsets.UTF_8)));
            }
        }
        return pages;
    }

    static void write(SortedMap<String, byte[]> pages) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream archive = new GZIPOutputStream(bytes)) {
            for (var page : pages.entrySet()) {
                archive.write((page.getKey() + "\t").getBytes(StandardCharsets.UTF_8));
                archive.write(page.getValue());
                archive.write('\n');
            }
        }
        Files.write(ARCHIVE, bytes.toByteArray());
    }
}
