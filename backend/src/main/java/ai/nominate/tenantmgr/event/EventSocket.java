package ai.nominate.tenantmgr.event;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.RequestProblem;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.web.Caller;
import ai.nominate.tenantmgr.web.StreamEnd;
import ai.nominate.tenantmgr.web.StreamEnded;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** The same stream over a WebSocket: each message is a frame {@code {type, …}}. Resumes with {@code ?afterSeq=}. */
@WebSocket(path = "/ws/events")
@RolesAllowed(Role.VIEWER_NAME)
class EventSocket {
    private static final CloseReason FORBIDDEN = new CloseReason(4403, "A topic is not allowed for your role");
    private static final CloseReason INVALID =
            new CloseReason(4400, "topics must be names of topics, and afterSeq an event's number");

    private final EventTopics topics;
    private final EventStream stream;
    private final Caller caller;

    EventSocket(EventTopics topics, EventStream stream, Caller caller) {
        this.topics = topics;
        this.stream = stream;
        this.caller = caller;
    }

    @OnOpen
    Multi<String> open(WebSocketConnection connection) {
        Actor actor = caller.actor();
        String words = parameter(connection, "topics");
        String afterSeq = parameter(connection, "afterSeq");
        Multi<EventMessage> messages = Multi.createFrom()
                .deferred(() -> stream.follow(topics.of(words, actor), actor, EventStream.after(afterSeq, null)));
        return caller.untilEnd(messages)
                .filter(message -> !(message instanceof EventMessage.Quiet))
                .map(message ->
                        "{\"type\":\"" + message.name() + "\"," + message.json().substring(1))
                .onFailure(StreamEnded.class)
                .recoverWithMulti(e -> closed(connection, reason(((StreamEnded) e).end())))
                .onFailure(ProblemException.class)
                .recoverWithMulti(e -> closed(
                        connection,
                        ((ProblemException) e).problem() == RequestProblem.FORBIDDEN ? FORBIDDEN : INVALID));
    }

    private static CloseReason reason(StreamEnd end) {
        return new CloseReason(end.closeCode(), end.reason());
    }

    private static Multi<String> closed(WebSocketConnection connection, CloseReason reason) {
        return Multi.createFrom().<String>empty().onCompletion().call(() -> connection.close(reason));
    }

    /** The stream is one-way; client messages are ignored. */
    @OnTextMessage
    void ignore(String message) {}

    private static String parameter(WebSocketConnection connection, String name) {
        String query = connection.handshakeRequest().query();
        return new QueryStringDecoder(query == null ? "" : query, false)
                .parameters().getOrDefault(name, List.of()).stream().findFirst().orElse(null);
    }
}
