package ai.nominate.tenantmgr.log;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The formats of an exported log. */
enum ExportFormat {
    NDJSON("ndjson", "application/x-ndjson"),
    CSV("csv", "text/csv");

    private static final String HEAD =
            "seq,at,level,source,server,logger,tenantId,runId,requestId,actor,method,path,status,durationMs,text\r\n";

    private final String id;
    private final String mediaType;

    ExportFormat(String id, String mediaType) {
        this.id = id;
        this.mediaType = mediaType;
    }

    /** Of the answer: it is a file to be saved. */
    Map<String, List<String>> headers(boolean isCompressed) {
        Map<String, List<String>> headers = new HashMap<>();
        headers.put("Content-Type", List.of(mediaType + ";charset=UTF-8"));
        headers.put("Content-Disposition", List.of("attachment; filename=\"tenantmgr-log." + id + "\""));
        headers.put("Cache-Control", List.of("no-store"));
        headers.put("Vary", List.of("Accept-Encoding"));
        if (isCompressed) {
            headers.put("Content-Encoding", List.of("gzip"));
        }
        return headers;
    }

    /** What comes before the first entry. */
    String head() {
        return this == CSV ? HEAD : "";
    }

    /** One entry with the end of its line. */
    String line(LogEntry entry, ObjectMapper json) {
        try {
            return this == CSV ? csv(entry) : json.writeValueAsString(entry) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("entry " + entry.seq() + " cannot be written", e);
        }
    }

    private static String csv(LogEntry entry) {
        return new CsvRow()
                .add(entry.seq())
                .add(entry.at())
                .add(entry.level())
                .add(entry.source())
                .add(entry.server())
                .add(entry.logger())
                .add(entry.tenantId())
                .add(entry.runId())
                .add(entry.requestId())
                .add(entry.actor())
                .add(entry.method())
                .add(entry.path())
                .add(entry.status())
                .add(entry.durationMs())
                .add(entry.text())
                .toString();
    }

    /** @throws InvalidValue unless the text is the name of one */
    static ExportFormat of(String text) {
        return switch (text) {
            case "ndjson" -> NDJSON;
            case "csv" -> CSV;
            default -> throw new InvalidValue("must be ndjson or csv");
        };
    }
}
