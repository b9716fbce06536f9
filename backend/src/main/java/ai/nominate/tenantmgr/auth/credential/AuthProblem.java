package ai.nominate.tenantmgr.auth.credential;

import ai.nominate.tenantmgr.kernel.Problem;
import ai.nominate.tenantmgr.kernel.ProblemType;

public enum AuthProblem implements Problem {
    /** One answer for an unknown user and a wrong password: nobody learns which names exist. */
    BAD_CREDENTIALS("auth.bad-credentials", 401, "User name or password is wrong"),
    SESSION_OVER("auth.session-over", 401, "The session is over; sign in again"),
    CROSS_SITE("auth.cross-site", 403, "A browser session may only be used from the manager's own pages"),
    PERSON_NEEDED("auth.person-needed", 403, "An API token cannot do this; sign in with a password"),
    SLOW_DOWN("auth.slow-down", 429, "Too many sign-ins have failed"),
    BUSY("auth.busy", 503, "Too many sign in at this moment"),
    USER_UNKNOWN("user.unknown", 404, "There is no such user"),
    USER_NAME_TAKEN("user.name-taken", 409, "Another user has this name"),
    LAST_ADMIN("user.last-admin", 409, "This is the last admin"),
    TOKEN_UNKNOWN("token.unknown", 404, "There is no such token"),
    TOKEN_ABOVE_MAKER("token.above-maker", 403, "A token may do no more than who makes it");

    private final ProblemType type;

    AuthProblem(String code, int status, String title) {
        this.type = new ProblemType(code, status, title);
    }

    @Override
    public ProblemType type() {
        return type;
    }
}
