package ai.nominate.tenantmgr.kernel;

/** Problems that any request can have. */
public enum RequestProblem implements Problem {
    INVALID("request.invalid", 400, "The request is invalid"),
    MALFORMED("request.malformed", 400, "The request could not be parsed"),
    UNAUTHENTICATED("request.unauthenticated", 401, "Authentication required"),
    FORBIDDEN("request.forbidden", 403, "Your role does not permit this"),
    CROSS_ORIGIN("request.cross-origin", 403, "Requests from this origin are not allowed"),
    NOT_FOUND("request.not-found", 404, "Not found"),
    METHOD("request.method-not-allowed", 405, "Method not allowed"),
    NOT_ACCEPTABLE("request.not-acceptable", 406, "None of the accepted formats is available"),
    IN_PROGRESS("request.in-progress", 409, "The first request with this Idempotency-Key is still in progress"),
    ANSWER_LOST("request.answer-lost", 409, "The change was made, but its response is no longer available"),
    PRECONDITION("request.precondition-failed", 412, "The resource was changed by another request"),
    TOO_LARGE("request.too-large", 413, "The request is too large"),
    ADDRESS_TOO_LONG("request.address-too-long", 414, "The URL is too long"),
    UNSUPPORTED("request.unsupported-media-type", 415, "The media type of the body is not supported"),
    MISDIRECTED("request.misdirected", 421, "This host name is not one of the manager's"),
    KEY_MISMATCH("request.idempotency-mismatch", 422, "This Idempotency-Key was used for a different request"),
    TOO_MANY("request.too-many", 429, "Too many requests"),
    HEADERS_TOO_LARGE("request.headers-too-large", 431, "The headers are too large"),
    INTERNAL("request.internal", 500, "Internal error"),
    UNAVAILABLE("request.unavailable", 503, "Service temporarily unavailable");

    private final ProblemType type;

    RequestProblem(String code, int status, String title) {
        this.type = new ProblemType(code, status, title);
    }

    @Override
    public ProblemType type() {
        return type;
    }
}
