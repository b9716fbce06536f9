package ai.nominate.tenantmgr.port;

import ai.nominate.tenantmgr.kernel.Problem;

enum PortProblem implements Problem {
    RANGE_EXHAUSTED("port.range-exhausted", 409, "No free block of ports is left in the range"),
    TAKEN("port.taken", 409, "These ports are taken");

    private final String code;
    private final int status;
    private final String title;

    PortProblem(String code, int status, String title) {
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
