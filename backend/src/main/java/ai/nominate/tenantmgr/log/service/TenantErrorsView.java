package ai.nominate.tenantmgr.log.service;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What went wrong lately in a tenant's services and for its visitors. */
@Schema(name = "TenantErrors")
record TenantErrorsView(
        @Schema(
                description =
                        "Warnings and errors that the services printed since they were started, oldest first, up to 300 "
                                + "lines of each service; the lines of an exception belong to them",
                required = true)
        List<ServiceLine> lines,

        @Schema(
                description = "Requests to the site that were answered with 500 or above, newest first, up to 300",
                required = true)
        List<FailedRequestView> requests) {

    static TenantErrorsView of(TenantErrors.Found found) {
        return new TenantErrorsView(
                found.lines(),
                found.requests().stream().map(FailedRequestView::of).toList());
    }
}
