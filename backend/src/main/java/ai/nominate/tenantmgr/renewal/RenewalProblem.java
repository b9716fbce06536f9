package ai.nominate.tenantmgr.renewal;

import ai.nominate.tenantmgr.kernel.Problem;
import ai.nominate.tenantmgr.kernel.ProblemType;
import ai.nominate.tenantmgr.web.contract.ProblemMember;

/** Problems of certificates: refused requests and failed renewals. */
@ProblemMember(name = "runId", format = "uuid", description = "Id of the conflicting run, if any")
enum RenewalProblem implements Problem {
    RENEWING("certificate.renewing", 409, "The certificate is being renewed"),
    NOT_SERVED("certificate.no-site", 409, "The tenant was never deployed, so it has no certificate"),
    OWN("certificate.own", 409, "The certificate was uploaded, so it is not renewed"),
    AUTOMATIC("certificate.automatic", 409, "The certificate was not uploaded"),
    REFUSED("certificate.refused", 422, "No certificate was issued"),
    OLD_SERVED("certificate.old-served", 422, "NGINX does not serve the new certificate"),
    SITE_REFUSED("certificate.site-refused", 422, "NGINX rejected the configuration"),
    LOST("certificate.tenant-lost", 409, "The tenant was deleted");

    private final ProblemType type;

    RenewalProblem(String code, int status, String title) {
        this.type = new ProblemType(code, status, title);
    }

    @Override
    public ProblemType type() {
        return type;
    }
}
