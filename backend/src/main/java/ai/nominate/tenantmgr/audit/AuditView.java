package ai.nominate.tenantmgr.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One line of the audit. */
@Schema(name = "AuditEntry")
record AuditView(
        @Schema(description = "The line's id", required = true)
        UUID id,

        @Schema(description = "When it happened", required = true)
        Instant at,

        @Schema(description = "Who did it: a user's or a token's name, or tenantmgr itself", required = true)
        String actor,

        @Schema(
                description = "With which role",
                required = true,
                enumeration = {"viewer", "operator", "admin"})
        String role,

        @Schema(description = "From which address; null when the manager acted by itself")
        String address,

        @Schema(description = "The request's id, as in X-Request-Id and in the log")
        String requestId,

        @Schema(description = "What was done", required = true, examples = "tenant.create")
        String action,

        @Schema(description = "To what, by its usual name", required = true, examples = "acme")
        String subject,

        @Schema(description = "Whose it is; null when it belongs to no tenant")
        UUID tenantId,

        @Schema(description = "What changed, as it was before; secrets masked", required = true)
        Map<String, Object> before,

        @Schema(description = "What changed, as it is now; secrets masked", required = true)
        Map<String, Object> after) {

    static AuditView of(AuditEntry entry) {
        return new AuditView(
                entry.id,
                entry.at,
                entry.actor,
                entry.role,
                entry.address,
                entry.requestId,
                entry.action,
                entry.subject,
                entry.tenantId,
                entry.before,
                entry.after);
    }
}
