package ai.nominate.tenantmgr.server;

import ai.nominate.tenantmgr.kernel.Problem;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.ProblemType;
import java.time.Duration;

/** Problems of servers. */
public enum ServerProblem implements Problem {
    AWAY("server.away", 503, "The manager of this server is unavailable"),
    UNKNOWN("server.unknown", 404, "Server not found"),
    UNSIGNED("server.unsigned", 403, "Only another manager of this installation may call this");

    private static final Duration SOON = Duration.ofSeconds(5);

    private final ProblemType type;

    ServerProblem(String code, int status, String title) {
        this.type = new ProblemType(code, status, title);
    }

    /** With {@code Retry-After}. */
    static ProblemException away(String detail) {
        return new ProblemException(AWAY, detail).retryAfter(SOON);
    }

    @Override
    public ProblemType type() {
        return type;
    }
}
