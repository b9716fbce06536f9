package ai.nominate.tenantmgr.analysis;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.run.RunSnapshot;
import ai.nominate.tenantmgr.run.feed.RunFrames;
import ai.nominate.tenantmgr.web.Caller;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.PathParam;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;

/** The live stream of an analysis. */
@WebSocket(path = "/ws/analyses/{id}")
@RolesAllowed(Role.VIEWER_NAME)
class AnalysisSocket {
    private final Analyses analyses;
    private final RunFrames frames;
    private final Caller caller;

    AnalysisSocket(Analyses analyses, RunFrames frames, Caller caller) {
        this.analyses = analyses;
        this.frames = frames;
        this.caller = caller;
    }

    @OnOpen
    Multi<String> open(@PathParam String id, WebSocketConnection connection) {
        Actor actor = caller.actor();
        return frames.follow(
                Panache.withSession(() -> analyses.run(id, actor)).map(RunSnapshot::id), connection, caller);
    }

    /** The stream is one-way; client messages are ignored. */
    @OnTextMessage
    void ignore(String message) {}
}
