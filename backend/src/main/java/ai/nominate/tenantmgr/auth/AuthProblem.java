package ai.nominate.tenantmgr.auth;

import ai.nominate.tenantmgr.kernel.Problem;

enum AuthProblem implements Problem {
    /** One answer for an unknown user and a wrong password: nobody learns which names exist. */
    BAD_CREDENTIALS("auth.bad-credentials", 401, "User name or password is wrong"),
    SESSION_OVER("auth.session-over", 401, "The session is over; sign in again"),
    CROSS_SITE("auth.cross-site", 403, "A browser session may only be used from the manager's own pages");

    private final String code;
    private final int status;
    private final String title;

    AuthProblem(String code, int status, String title) {
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
