package ai.nominate.tenantmgr.audit;

import ai.nominate.tenantmgr.web.export.CsvRow;
import ai.nominate.tenantmgr.web.export.ExportFile;
import ai.nominate.tenantmgr.web.export.ExportFormat;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The filtered audit log as a file: oldest entry first, read as fast as the client takes it. */
@Singleton
class AuditExport {
    private static final int PAGE = 500;
    private static final String HEAD = "id,at,actor,role,address,requestId,action,subject,tenantId,before,after\r\n";
    private static final StateJson STATE = new StateJson();

    private final ObjectMapper json;

    AuditExport(ObjectMapper json) {
        this.json = json;
    }

    Multi<byte[]> bytes(ExportFile file, AuditQuery query) {
        return file.bytes(
                HEAD,
                Multi.createBy()
                        .repeating()
                        .uni(Position::new, position -> page(query, position))
                        .whilst(page -> page.size() == PAGE)
                        .map(page -> lines(page, file.format())));
    }

    /** The last entry that was read. */
    private static final class Position {
        private Instant at = Instant.EPOCH;
        private UUID id = new UUID(0, 0);
    }

    private static Uni<List<AuditEntry>> page(AuditQuery query, Position position) {
        Map<String, Object> parameters = new HashMap<>(query.parameters());
        parameters.put("lastAt", position.at);
        parameters.put("lastId", position.id);
        String where = query.where() + " and (at > :lastAt or at = :lastAt and id > :lastId) order by at, id";
        return Panache.withSession(() -> AuditEntry.<AuditEntry>find(where, parameters)
                .page(0, PAGE)
                .list()
                .invoke(entries -> {
                    if (!entries.isEmpty()) {
                        position.at = entries.getLast().at;
                        position.id = entries.getLast().id;
                    }
                }));
    }

    private String lines(List<AuditEntry> page, ExportFormat format) {
        StringBuilder text = new StringBuilder();
        page.forEach(entry -> text.append(format == ExportFormat.CSV ? csv(entry) : ndjson(entry)));
        return text.toString();
    }

    private String ndjson(AuditEntry entry) {
        try {
            return json.writeValueAsString(AuditView.of(entry)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("audit entry " + entry.id + " cannot be written", e);
        }
    }

    private static String csv(AuditEntry entry) {
        return new CsvRow()
                .add(entry.id)
                .add(entry.at)
                .add(entry.actor)
                .add(entry.role)
                .add(entry.address)
                .add(entry.requestId)
                .add(entry.action)
                .add(entry.subject)
                .add(entry.tenantId)
                .add(STATE.convertToDatabaseColumn(entry.before))
                .add(STATE.convertToDatabaseColumn(entry.after))
                .toString();
    }
}
