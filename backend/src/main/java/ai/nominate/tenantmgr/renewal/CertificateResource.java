package ai.nominate.tenantmgr.renewal;

import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.web.Caller;
import ai.nominate.tenantmgr.web.PageView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/certificates")
@Tag(name = "Certificates", description = "The certificates of sites, and their renewal")
class CertificateResource {
    private final CertificateList list;
    private final Caller caller;

    CertificateResource(CertificateList list, Caller caller) {
        this.list = list;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.VIEWER_NAME)
    @Operation(
            operationId = "listCertificates",
            summary = "List the certificates that sites are served with",
            description = "Those that end first come first. Tenants that were never deployed have none.")
    public Uni<PageView<CertificateItem>> list(
            @RestQuery String page,
            @RestQuery String size,
            @Parameter(
                            description =
                                    "notAfter, slug or issuer, prefixed with - for descending order; notAfter when absent",
                            example = "-notAfter")
                    @RestQuery
                    String sort) {
        return list.page(page, size, sort, caller.actor());
    }
}
