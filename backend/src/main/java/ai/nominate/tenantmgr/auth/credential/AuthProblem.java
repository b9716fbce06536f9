package ai.nominate.tenantmgr.auth.credential;

import ai.nominate.tenantmgr.kernel.Problem;
import ai.nominate.tenantmgr.kernel.ProblemType;

public enum AuthProblem implements Problem {
    /** The same answer for an unknown user and a wrong password, so that existing user names stay hidden. */
    BAD_CREDENTIALS("auth.bad-credentials", 401, "Wrong user name or password"),
    SESSION_OVER("auth.session-over", 401, "The session has ended; sign in again"),
    CROSS_SITE("auth.cross-site", 403, "A browser session can only be used from the manager's own pages"),
    PERSON_NEEDED("auth.person-needed", 403, "API tokens are not allowed to do this; sign in with a password"),
    SLOW_DOWN("auth.slow-down", 429, "Too many failed sign-in attempts"),
    BUSY("auth.busy", 503, "Too many sign-ins at the same time"),
    SESSION_UNKNOWN("session.unknown", 404, "Session not found"),
    USER_UNKNOWN("user.unknown", 404, "User not found"),
    USER_NAME_TAKEN("user.name-taken", 409, "Another user has this name"),
    LAST_ADMIN("user.last-admin", 409, "This is the last admin"),
    TOKEN_UNKNOWN("token.unknown", 404, "API token not found"),
    TOKEN_ABOVE_MAKER("token.above-maker", 403, "A token cannot have more rights than its creator");

    private final ProblemType type;

    AuthProblem(String code, int status, String title) {
        this.type = new ProblemType(code, status, title);
    }

    @Override
    public ProblemType type() {
        return type;
    }
}
