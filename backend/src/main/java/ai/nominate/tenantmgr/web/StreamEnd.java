package ai.nominate.tenantmgr.web;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Map;

/** Why the manager ends a live stream before its source ends. Clients may resume after the last event they have. */
public enum StreamEnd {
    SIGNED_OUT("signed-out", 4401, "The session or token has ended"),
    TOKEN_EXPIRED("token-expired", 4401, "The access token has expired; renew it and resume"),
    /** 1012 is "service restart" in the registry of WebSocket close codes. */
    SHUTDOWN("shutdown", 1012, "The manager is stopping; resume in a few seconds");

    private static final long RETRY_MS = 2000;

    private final String event;
    private final int closeCode;
    private final String reason;

    StreamEnd(String event, int closeCode, String reason) {
        this.event = event;
        this.closeCode = closeCode;
        this.reason = reason;
    }

    /** The close code of a WebSocket. */
    public int closeCode() {
        return closeCode;
    }

    public String reason() {
        return reason;
    }

    /** The last event of an event stream whose data is JSON. Has no id, so that a client resumes where it was. */
    public OutboundSseEvent jsonEvent(Sse sse) {
        return event(sse).data(Map.of("reason", reason)).build();
    }

    /** Same, for a stream whose data is text. */
    public OutboundSseEvent textEvent(Sse sse) {
        return event(sse).data("{\"reason\":\"" + reason + "\"}").build();
    }

    private OutboundSseEvent.Builder event(Sse sse) {
        return sse.newEventBuilder().name(event).reconnectDelay(RETRY_MS);
    }
}
