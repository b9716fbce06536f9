package ai.nominate.tenantmgr.log;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The filter of the log, as it is sent. The same for pages, streams and files. */
public class LogParameters {
    @RestQuery
    @Parameter(description = "Least level: info, warn or error")
    String level;

    @RestQuery
    @Parameter(description = "Only what the manager logged, or only requests to it: manager or request")
    String source;

    @RestQuery
    @Parameter(description = "Filter by tenant, id or slug; an id also of a deleted tenant")
    String tenant;

    @RestQuery
    @Parameter(description = "Filter by the id of a run, which is also that of a deployment")
    String run;

    @RestQuery
    @Parameter(description = "A part of text, logger, request id or actor, in any case")
    String search;

    @RestQuery
    @Parameter(description = "From this time, inclusive", example = "2026-03-01T12:00:00Z")
    String from;

    @RestQuery
    @Parameter(description = "Until this time, exclusive", example = "2026-03-02T12:00:00Z")
    String to;

    LogQuery.Asked asked() {
        return new LogQuery.Asked(level, source, tenant, run, search, from, to);
    }
}
