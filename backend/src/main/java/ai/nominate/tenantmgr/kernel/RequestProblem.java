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
    TOO_LARGE("request.too-large", 413, "The request is too large"),
    UNSUPPORTED("request.unsupported-media-type", 415, "The body must be application/json"),
    TOO_MANY("request.too-many", 429, "Too many requests"),
    INTERNAL("request.internal", 500, "Something went wrong on our side"),
    UNAVAILABLE("request.unavailable", 503, "The service cannot answer at the moment");

    private final String code;
    private final int status;
    private final String title;

    RequestProblem(String code, int status, String title) {
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
