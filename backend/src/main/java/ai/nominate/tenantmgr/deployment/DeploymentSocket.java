package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.web.Caller;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.PathParam;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;

/** The deployment feed over a WebSocket. Resumes with {@code ?afterSeq=}; closes when the deployment ends. */
@WebSocket(path = "/ws/deployments/{id}")
@RolesAllowed(Role.VIEWER_NAME)
class DeploymentSocket {
    private static final CloseReason UNKNOWN = new CloseReason(4404, "Deployment not found");
    private static final CloseReason SIGNED_OUT = new CloseReason(4401, "The session has ended");
    private static final CloseReason INVALID = new CloseReason(4400, "afterSeq must be a line number");

    private final Deployments deployments;
    private final DeploymentFeed feed;
    private final ObjectMapper mapper;
    private final Caller caller;

    DeploymentSocket(Deployments deployments, DeploymentFeed feed, ObjectMapper mapper, Caller caller) {
        this.deployments = deployments;
        this.feed = feed;
        this.mapper = mapper;
        this.caller = caller;
    }

    @OnOpen
    Multi<String> open(@PathParam String id, WebSocketConnection connection) {
        Actor actor = caller.actor();
        Multi<Follower> told = Panache.withSession(() -> deployments.find(id, actor))
                .onItem()
                .transformToMulti(row -> feed.follow(row.id, afterSeq(connection)));
        return caller.whileSignedIn(told)
                .filter(one -> !(one instanceof Follower.Quiet))
                .map(this::frame)
                .onCompletion()
                .call(() -> connection.close(CloseReason.NORMAL))
                .onFailure(UnauthorizedException.class)
                .recoverWithMulti(e -> closed(connection, SIGNED_OUT))
                .onFailure(ProblemException.class)
                .recoverWithMulti(e -> closed(
                        connection, ((ProblemException) e).problem() == DeploymentProblem.UNKNOWN ? UNKNOWN : INVALID));
    }

    private static Multi<String> closed(WebSocketConnection connection, CloseReason reason) {
        return Multi.createFrom().<String>empty().onCompletion().call(() -> connection.close(reason));
    }

    /** The feed is one-way; client messages are ignored without an error. */
    @OnTextMessage
    void ignore(String message) {}

    private static long afterSeq(WebSocketConnection connection) {
        String query = connection.handshakeRequest().query();
        String afterSeq = Arrays.stream((query == null ? "" : query).split("&"))
                .filter(part -> part.startsWith("afterSeq="))
                .map(part -> part.substring("afterSeq=".length()))
                .findFirst()
                .orElse(null);
        return DeploymentResource.after(afterSeq, null);
    }

    private String frame(Follower told) {
        ObjectNode frame = mapper.createObjectNode().put("type", told.event());
        frame.setAll(mapper.<ObjectNode>valueToTree(told));
        return frame.toString();
    }
}
