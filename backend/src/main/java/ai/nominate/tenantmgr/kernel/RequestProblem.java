package ai.nominate.tenantmgr.kernel;

/** What can be wrong with any request, whatever it is about. */
public enum RequestProblem implements Problem {
    INVALID("request.invalid", 400, "The request is not valid"),
    MALFORMED("request.malformed", 400, "The request cannot be read"),
    UNAUTHENTICATED("request.unauthenticated", 401, "Sign in first"),
    FORBIDDEN("request.forbidden", 403, "This is not allowed for your role"),
    CROSS_ORIGIN("request.cross-origin", 403, "Pages of this origin may not call the API"),
    NOT_FOUND("request.not-found", 404, "There is nothing here"),
    METHOD("request.method-not-allowed", 405, "This cannot be done here"),
    NOT_ACCEPTABLE("request.not-acceptable", 406, "None of the accepted formats is available"),
    IN_PROGRESS("request.in-progress", 409, "The first request with this Idempotency-Key is under way"),
    ANSWER_LOST("request.answer-lost", 409, "The change was made, but its answer is lost"),
    PRECONDITION("request.precondition-failed", 412, "It was changed meanwhile"),
    TOO_LARGE("request.too-large", 413, "The request is too large"),
    ADDRESS_TOO_LONG("request.address-too-long", 414, "The address is too long"),
    UNSUPPORTED("request.unsupported-media-type", 415, "The body must be application/json"),
    KEY_MISMATCH("request.idempotency-mismatch", 422, "This Idempotency-Key was used for another request"),
    TOO_MANY("request.too-many", 429, "Too many requests"),
    HEADERS_TOO_LARGE("request.headers-too-large", 431, "The headers are too large"),
    INTERNAL("request.internal", 500, "Something went wrong on our side"),
    UNAVAILABLE("request.unavailable", 503, "The service cannot answer at the moment");

    private final ProblemType type;

    RequestProblem(String code, int status, String title) {
        this.type = new ProblemType(code, status, title);
    }

    @Override
    public ProblemType type() {
        return type;
    }
}
