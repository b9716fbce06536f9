package ai.nominate.tenantmgr.log;

import ai.nominate.tenantmgr.web.export.CsvRow;
import ai.nominate.tenantmgr.web.export.ExportFile;
import ai.nominate.tenantmgr.web.export.ExportFormat;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;

/** The filtered log as a file: oldest entry first, up to the newest one at its beginning, read as fast as the client takes it. */
@Singleton
class LogExport {
    private static final int PAGE = 1000;
    private static final String HEAD =
            "seq,at,level,source,server,logger,tenantId,runId,requestId,actor,method,path,status,durationMs,text\r\n";

    private final LogPages pages;
    private final LogTable table;
    private final ObjectMapper json;

    LogExport(LogPages pages, LogTable table, ObjectMapper json) {
        this.pages = pages;
        this.table = table;
        this.json = json;
    }

    Multi<byte[]> bytes(ExportFile file, LogFilter filter) {
        return file.bytes(
                HEAD,
                table.newest()
                        .onItem()
                        .transformToMulti(newest -> Multi.createBy()
                                .repeating()
                                .uni(
                                        () -> new long[1],
                                        after -> pages.after(after[0], PAGE, filter)
                                                .invoke(page -> after[0] = page.newerSeq()))
                                .whilst(page -> page.newerSeq() < newest)
                                .map(page -> lines(page, newest, file.format()))));
    }

    private String lines(LogEntryPage page, long newest, ExportFormat format) {
        StringBuilder text = new StringBuilder();
        page.items().stream()
                .filter(entry -> entry.seq() <= newest)
                .forEach(entry -> text.append(format == ExportFormat.CSV ? csv(entry) : ndjson(entry)));
        return text.toString();
    }

    private String ndjson(LogEntry entry) {
        try {
            return json.writeValueAsString(entry) + "\n";
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
}
