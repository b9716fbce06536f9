package ai.nominate.tenantmgr.run;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One line of a deployment's log. */
@Schema(name = "LogLine")
public record LogLine(
        @Schema(description = "From 1 without gaps", required = true)
        long seq,

        @Schema(description = "When it was said", required = true)
        Instant at,

        @Schema(description = "The step that said it") String step,

        @Schema(
                description = "A program's output or errors, or the manager's own words",
                required = true,
                enumeration = {"out", "err", "info"})
        String stream,

        @Schema(
                description = "How serious it is",
                required = true,
                enumeration = {"debug", "info", "warn", "error"})
        String level,

        @Schema(description = "The line, ANSI colours kept, secrets replaced", required = true)
        String text) {

    static LogLine of(Row row) {
        return new LogLine(
                row.getLong("seq"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("step"),
                row.getString("stream"),
                row.getString("level"),
                row.getString("text"));
    }
}
