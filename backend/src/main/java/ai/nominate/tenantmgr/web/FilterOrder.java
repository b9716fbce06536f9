package ai.nominate.tenantmgr.web;

/** The order in which a request passes the HTTP filters; each constant says why it comes there. Authentication has 200. */
public enum FilterOrder {
    /** First, so that every later log line and every refusal has the id. */
    REQUEST_ID(2000),
    /** Before all that refuse, so that refusals are logged and timed too. */
    ACCESS_LOG(1900),
    /** Before all that refuse, so that refusals have the headers too. */
    RESPONSE_HEADERS(1850),
    /** Before all that read path, query or headers: those may rely on their syntax. */
    REQUEST_SYNTAX(1800),
    /** Before all that read the request's content: it may be meant for another site. */
    HOST(1790),
    /** Before all that may ask the database, authentication included: it ends requests that wait for it. */
    DATABASE_TIMEOUT(1700),
    /** Before authentication: pages of other origins learn nothing about credentials, and a preflight has none. */
    CROSS_ORIGIN(1100),
    /** After the origin was checked, because a preflight bears no credential; before all that costs more. */
    STRANGER(1075),
    /** After the origin was checked, and before a body is read that anybody may send. */
    WEBHOOK(1050),
    /** After the origin was checked and before the server reads the body. */
    BODY_LIMIT(1000),
    /** After authentication, because it counts streams by user. */
    STREAM_LIMIT(150),
    /** After authentication, and before the server's own limit of bodies: for requests that are exempt from it. */
    LARGE_BODY(100),
    /** After the server has set its limit for the reader of the body. */
    LARGE_BODY_READ(1);

    /** The order of the route that answers failures. Below all other routes, so that it is first to see a failure. */
    public static final int FAILURE_ROUTE = -10_000;

    /** The format is settled before a resource is chosen by it. */
    public static final int DEFAULT_FORMAT = 5000;

    /** A repeated change is answered before its resource runs. */
    public static final int IDEMPOTENCY_KEY = 5000;

    /** An answer gets its ETag before it is stored for its Idempotency-Key. */
    public static final int ETAG = 5000;

    /** After all that complete an answer. */
    public static final int STORED_ANSWER = 1;

    /** Last of all: what a client gets that waits for the end of a run is not what is stored for its Idempotency-Key. */
    public static final int PREFERENCE = 0;

    private final int priority;

    FilterOrder(int priority) {
        this.priority = priority;
    }

    /** Higher comes first. */
    public int priority() {
        return priority;
    }
}
