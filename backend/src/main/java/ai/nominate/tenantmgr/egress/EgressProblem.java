package ai.nominate.tenantmgr.egress;

import ai.nominate.tenantmgr.kernel.Problem;

enum EgressProblem implements Problem {
    PRIVATE_ADDRESS("egress.private-address", 422, "Connections to this address are not allowed"),
    UNKNOWN_HOST("egress.unknown-host", 422, "The host name could not be resolved");

    private final String code;
    private final int status;
    private final String title;

    EgressProblem(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
