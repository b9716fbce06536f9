package ai.nominate.tenantmgr.web;

/** The failure of a stream that the manager ends. Has no stack trace: it is an ordinary event. */
public final class StreamEnded extends RuntimeException {
    private final transient StreamEnd end;

    public StreamEnded(StreamEnd end) {
        super(end.reason(), null, false, false);
        this.end = end;
    }

    public StreamEnd end() {
        return end;
    }
}
