package ai.nominate.tenantmgr.kernel;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An error for the caller. Carries no stack trace, because it is an expected answer and not a fault. */
public final class ProblemException extends RuntimeException {
    /** Name of the member with the last output lines of a failed program, a list of strings. */
    public static final String LAST_LINES = "lastLines";

    private final transient Problem problem;
    private final transient List<FieldError> errors;
    private final transient Map<String, Object> members;
    private final transient Duration retryAfter;

    public ProblemException(Problem problem, String detail) {
        this(problem, detail, List.of(), Map.of(), null);
    }

    private ProblemException(
            Problem problem, String detail, List<FieldError> errors, Map<String, Object> members, Duration retryAfter) {
        super(detail, null, false, false);
        this.problem = problem;
        this.errors = List.copyOf(errors);
        this.members = Map.copyOf(members);
        this.retryAfter = retryAfter;
    }

    public ProblemException withErrors(List<FieldError> more) {
        return new ProblemException(problem, getMessage(), more, members, retryAfter);
    }

    public ProblemException withError(String field, String message) {
        return withErrors(List.of(new FieldError(field, message)));
    }

    /** Adds a member to the answer, such as the id of the conflicting deployment. */
    public ProblemException with(String name, Object value) {
        return new ProblemException(problem, getMessage(), errors, Map.of(name, value), retryAfter);
    }

    public ProblemException retryAfter(Duration wait) {
        return new ProblemException(problem, getMessage(), errors, members, wait);
    }

    public Problem problem() {
        return problem;
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** Last output lines of the failed program; empty if no program is involved. */
    @SuppressWarnings("unchecked")
    public List<String> lastLines() {
        return (List<String>) members.getOrDefault(LAST_LINES, List.of());
    }

    public Map<String, Object> members() {
        return members;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
