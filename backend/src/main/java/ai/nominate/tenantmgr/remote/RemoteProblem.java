package ai.nominate.tenantmgr.remote;

import ai.nominate.tenantmgr.kernel.Problem;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.ProblemType;

/**
 * Why an application's operator API gave no answer. A fault of the application is 424, since proxies answer 502 and 504 when the
 * manager itself is away.
 */
enum RemoteProblem implements Problem {
    NOT_OFFERED("remote.not-offered", 404, "The application does not offer this"),
    NOT_SERVING("remote.not-serving", 409, "The tenant does not serve"),
    BUSY("remote.busy", 409, "The same is being asked already"),
    NO_TOKEN("remote.no-token", 409, "The application's token has no value"),
    UNREACHABLE("remote.unreachable", 424, "The application cannot be reached"),
    TIMED_OUT("remote.timed-out", 424, "The application did not answer in time"),
    UNAUTHORIZED("remote.unauthorized", 424, "The application does not accept its token"),
    REFUSED("remote.refused", 424, "The application answered with an error"),
    NOT_JSON("remote.not-json", 424, "The application's answer has another form"),
    TOO_LARGE("remote.too-large", 424, "The application's answer is too large"),
    RESTING("remote.resting", 424, "The application is left alone for a moment");

    private final ProblemType type;

    RemoteProblem(String code, int status, String title) {
        this.type = new ProblemType(code, status, title);
    }

    @Override
    public ProblemType type() {
        return type;
    }

    ProblemException because(String detail) {
        return new ProblemException(this, detail);
    }

    /** Whether it speaks for an application that hangs or is gone, so that asking again at once makes it worse. */
    boolean isOutage() {
        return this == UNREACHABLE || this == TIMED_OUT;
    }
}
