package ai.nominate.tenantmgr.web.export;

import io.smallrye.mutiny.Multi;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A list as a file to be saved.
 *
 * @param name of the file, without the ending
 * @param isCompressed whether it is sent compressed
 */
public record ExportFile(String name, ExportFormat format, boolean isCompressed) {
    private static final Pattern GZIP =
            Pattern.compile(".*\\bgzip\\b(?!\\s*;\\s*q=0(?:\\.0*)?\\b).*", Pattern.CASE_INSENSITIVE);

    /** @param acceptEncoding the client's header; null if it sent none */
    public static ExportFile of(String name, ExportFormat format, String acceptEncoding) {
        return new ExportFile(
                name,
                format,
                acceptEncoding != null && GZIP.matcher(acceptEncoding).matches());
    }

    public Map<String, List<String>> headers() {
        Map<String, List<String>> headers = new HashMap<>();
        headers.put("Content-Type", List.of(format.mediaType() + ";charset=UTF-8"));
        headers.put("Content-Disposition", List.of("attachment; filename=\"" + name + "." + format.id() + "\""));
        headers.put("Cache-Control", List.of("no-store"));
        headers.put("Vary", List.of("Accept-Encoding"));
        if (isCompressed) {
            headers.put("Content-Encoding", List.of("gzip"));
        }
        return headers;
    }

    /**
     * The bytes of the file.
     *
     * @param head what comes before the first entry, in CSV
     * @param chunks entries with the ends of their lines
     */
    public Multi<byte[]> bytes(String head, Multi<String> chunks) {
        Multi<byte[]> plain = Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(format == ExportFormat.CSV ? head : ""), chunks)
                .filter(chunk -> !chunk.isEmpty())
                .map(chunk -> chunk.getBytes(StandardCharsets.UTF_8));
        return isCompressed ? compressed(plain) : plain;
    }

    private static Multi<byte[]> compressed(Multi<byte[]> plain) {
        return Multi.createFrom().deferred(() -> {
            GzipChunks gzip = new GzipChunks();
            Multi<byte[]> end = Multi.createFrom().item(gzip::end);
            return Multi.createBy().concatenating().streams(plain.map(gzip::next), end);
        });
    }
}
