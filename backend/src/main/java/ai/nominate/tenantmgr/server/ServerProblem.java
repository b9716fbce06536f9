package ai.nominate.tenantmgr.server;

import ai.nominate.tenantmgr.kernel.Problem;
import ai.nominate.tenantmgr.kernel.ProblemException;
import java.time.Duration;

/** What can be refused about servers. */
public enum ServerProblem implements Problem {
    AWAY("server.away", 503, "The manager of this server does not answer at the moment"),
    UNKNOWN("server.unknown", 404, "There is no server with this name"),
    UNSIGNED("server.unsigned", 403, "Only another manager of this installation may ask this");

    private static final Duration SOON = Duration.ofSeconds(5);

    private final String code;
    private final int status;
    private final String title;

    ServerProblem(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    /** With the time after which it is worth asking again. */
    static ProblemException away(String detail) {
        return new ProblemException(AWAY, detail).retryAfter(SOON);
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
