package ai.nominate.tenantmgr.audit;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The filter of the audit log, as it is sent. The same for pages and files. */
public class AuditParameters {
    @RestQuery
    @Parameter(description = "Filter by actor: a user, a token, or the manager (tenantmgr)")
    String actor;

    @RestQuery
    @Parameter(description = "Filter by action", example = "tenant.create")
    String action;

    @RestQuery
    @Parameter(description = "Filter by tenant id")
    String tenant;

    @RestQuery
    @Parameter(description = "From this time, inclusive", example = "2026-03-01T12:00:00Z")
    String from;

    @RestQuery
    @Parameter(description = "Until this time, exclusive", example = "2026-03-02T12:00:00Z")
    String to;

    AuditQuery.Asked asked() {
        return new AuditQuery.Asked(actor, action, tenant, from, to);
    }
}
