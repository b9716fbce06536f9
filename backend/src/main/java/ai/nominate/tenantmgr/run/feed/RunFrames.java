package ai.nominate.tenantmgr.run.feed;

import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.run.engine.LogLine;
import ai.nominate.tenantmgr.web.Caller;
import ai.nominate.tenantmgr.web.StreamEnd;
import ai.nominate.tenantmgr.web.StreamEnded;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.UUID;

/** The live stream of a run as WebSocket frames. Resumes with {@code ?afterSeq=}; closes when the run ends. */
@ApplicationScoped
public class RunFrames {
    private static final int NOT_FOUND = 404;
    private static final CloseReason UNKNOWN = new CloseReason(4404, "Run not found");
    private static final CloseReason INVALID = new CloseReason(4400, "afterSeq must be a line number");

    private final RunFeed feed;
    private final ObjectMapper mapper;
    private final LineJson lines;

    RunFrames(RunFeed feed, ObjectMapper mapper, LineJson lines) {
        this.feed = feed;
        this.mapper = mapper;
        this.lines = lines;
    }

    /** @param run the run, if the caller has access; a {@link ProblemException} with status 404 otherwise */
    public Multi<String> follow(Uni<UUID> run, WebSocketConnection connection, Caller caller) {
        Multi<RunEvent> events = run.onItem().transformToMulti(id -> feed.follow(id, afterSeq(connection)));
        return caller.untilEnd(events)
                .filter(event -> !(event instanceof RunEvent.Quiet))
                .map(this::frame)
                .onCompletion()
                .call(() -> connection.close(CloseReason.NORMAL))
                .onFailure(StreamEnded.class)
                .recoverWithMulti(e -> closed(connection, reason(((StreamEnded) e).end())))
                .onFailure(ProblemException.class)
                .recoverWithMulti(e -> closed(connection, isUnknown((ProblemException) e) ? UNKNOWN : INVALID));
    }

    private static boolean isUnknown(ProblemException e) {
        return e.problem().status() == NOT_FOUND;
    }

    private static CloseReason reason(StreamEnd end) {
        return new CloseReason(end.closeCode(), end.reason());
    }

    private static Multi<String> closed(WebSocketConnection connection, CloseReason reason) {
        return Multi.createFrom().<String>empty().onCompletion().call(() -> connection.close(reason));
    }

    private static long afterSeq(WebSocketConnection connection) {
        String query = connection.handshakeRequest().query();
        String afterSeq = Arrays.stream((query == null ? "" : query).split("&"))
                .filter(part -> part.startsWith("afterSeq="))
                .map(part -> part.substring("afterSeq=".length()))
                .findFirst()
                .orElse(null);
        return RunLogReader.after(afterSeq, null);
    }

    private String frame(RunEvent event) {
        if (event instanceof RunEvent.Line(LogLine line)) {
            return "{\"type\":\"line\"," + lines.of(line).substring(1);
        }
        ObjectNode frame = mapper.createObjectNode().put("type", event.event());
        frame.setAll(mapper.<ObjectNode>valueToTree(event));
        return frame.toString();
    }
}
