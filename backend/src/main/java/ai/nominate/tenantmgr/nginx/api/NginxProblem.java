package ai.nominate.tenantmgr.nginx.api;

import ai.nominate.tenantmgr.kernel.Problem;
import ai.nominate.tenantmgr.kernel.ProblemType;

/** Problems of NGINX's configuration. */
enum NginxProblem implements Problem {
    UNKNOWN_FILE("nginx.unknown-file", 404, "NGINX has no configuration file of this name"),
    REFUSED("nginx.invalid", 422, "NGINX refuses its configuration");

    private final ProblemType type;

    NginxProblem(String code, int status, String title) {
        this.type = new ProblemType(code, status, title);
    }

    @Override
    public ProblemType type() {
        return type;
    }
}
