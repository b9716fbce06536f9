package ai.nominate.tenantmgr.tenantapi;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The requests to a tenant in the last minute that was counted. */
@Schema(name = "LastMinute")
record LastMinute(
        @Schema(description = "Begin of the minute", required = true)
        Instant at,

        @Schema(description = "Number of requests", required = true)
        long requests,

        @Schema(description = "Number of answers with a status from 500 on", required = true)
        long serverErrors) {
    /** Of the tenant {@code t}. What is older than the minute before the last is over. */
    static final String OF_TENANT = """
            (select m.at, m.requests, m.server_errors from traffic_minute m
             where m.tenant_id = t.id and m.at > now() - interval '150 seconds' order by m.at desc limit 1)""";

    /** @return null if there was none lately */
    static LastMinute of(Row row) {
        OffsetDateTime at = row.getOffsetDateTime("minute");
        return at == null
                ? null
                : new LastMinute(at.toInstant(), row.getLong("requests"), row.getLong("server_errors"));
    }
}
