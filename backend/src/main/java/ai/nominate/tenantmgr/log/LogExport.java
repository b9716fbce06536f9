package ai.nominate.tenantmgr.log;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;

/** The filtered log as a file: oldest entry first, up to the newest one at its beginning, read as fast as the client takes it. */
@Singleton
class LogExport {
    private static final int PAGE = 1000;

    private final LogPages pages;
    private final LogTable table;
    private final ObjectMapper json;

    LogExport(LogPages pages, LogTable table, ObjectMapper json) {
        this.pages = pages;
        this.table = table;
        this.json = json;
    }

    Multi<byte[]> file(LogFilter filter, ExportFormat format, boolean isCompressed) {
        Multi<byte[]> plain = text(filter, format).map(chunk -> chunk.getBytes(StandardCharsets.UTF_8));
        if (!isCompressed) {
            return plain;
        }
        return Multi.createFrom().deferred(() -> {
            GzipChunks gzip = new GzipChunks();
            Multi<byte[]> end = Multi.createFrom().item(gzip::end);
            return Multi.createBy().concatenating().streams(plain.map(gzip::next), end);
        });
    }

    private Multi<String> text(LogFilter filter, ExportFormat format) {
        Multi<String> entries = table.newest()
                .onItem()
                .transformToMulti(newest -> Multi.createBy()
                        .repeating()
                        .uni(
                                () -> new long[1],
                                after -> pages.after(after[0], PAGE, filter).invoke(page -> after[0] = page.newerSeq()))
                        .whilst(page -> page.newerSeq() < newest)
                        .map(page -> lines(page, newest, format)));
        return Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(format.head()), entries)
                .filter(chunk -> !chunk.isEmpty());
    }

    private String lines(LogEntryPage page, long newest, ExportFormat format) {
        StringBuilder text = new StringBuilder();
        page.items().stream()
                .filter(entry -> entry.seq() <= newest)
                .forEach(entry -> text.append(format.line(entry, json)));
        return text.toString();
    }
}
