package ai.nominate.tenantmgr.backup;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** What a list of backups may be asked for, as it is sent. */
public class BackupParameters {
    @RestQuery
    @Parameter(description = "Page number, from 0")
    String page;

    @RestQuery
    @Parameter(description = "Items per page, 1 to 200; default 20")
    String size;

    @RestQuery
    @Parameter(description = "Id or slug of a tenant, which may be deleted")
    String tenant;

    @RestQuery
    @Parameter(description = "running, complete, failed or deleted", example = "complete")
    String state;

    @RestQuery
    @Parameter(description = "proven, failed, untried, or none for those without a proof", example = "proven")
    String proof;

    @RestQuery
    @Parameter(description = "true to list those as well whose files are removed; default false")
    String deleted;

    @RestQuery
    @Parameter(description = "Part of the slug")
    String search;

    @RestQuery
    @Parameter(
            description = "createdAt, bytes or slug, prefixed with - for descending order; -createdAt when absent",
            example = "-createdAt")
    String sort;
}
