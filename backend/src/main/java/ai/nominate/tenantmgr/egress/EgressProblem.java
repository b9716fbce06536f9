package ai.nominate.tenantmgr.egress;

import ai.nominate.tenantmgr.kernel.Problem;

enum EgressProblem implements Problem {
    PRIVATE_ADDRESS("egress.private-address", 422, "This address may not be reached"),
    UNKNOWN_HOST("egress.unknown-host", 422, "This host name has no address");

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
