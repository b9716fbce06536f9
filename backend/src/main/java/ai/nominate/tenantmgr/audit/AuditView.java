package ai.nominate.tenantmgr.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One entry of the audit log. */
@Schema(name = "AuditEntry")
record AuditView(
        @Schema(description = "Entry id", required = true) UUID id,

        @Schema(description = "Time of the change", required = true)
        Instant at,

        @Schema(description = "Actor: name of a user or a token, or tenantmgr itself", required = true)
        String actor,

        @Schema(
                description = "Role of the actor",
                required = true,
                enumeration = {"viewer", "operator", "admin"})
        String role,

        @Schema(description = "Source address; null if the manager acted by itself")
        String address,

        @Schema(description = "Request id, as in X-Request-Id and in the log")
        String requestId,

        @Schema(description = "Action", required = true, examples = "tenant.create")
        String action,

        @Schema(
                description = "Subject of the action: a slug, a setting's key, a user name",
                required = true,
                examples = "acme")
        String subject,

        @Schema(description = "Tenant id; null if no tenant is involved")
        UUID tenantId,

        @Schema(description = "Changed values before; secret values are masked", required = true)
        Map<String, Object> before,

        @Schema(description = "Changed values after; secret values are masked", required = true)
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
