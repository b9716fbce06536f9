package ai.nominate.tenantmgr.server;

import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.RequestProblem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/**
 * Where the holder of a server's lease is asked by other managers. Not part of the API: it takes no sign-in, only the
 * signature of a manager with the same keys, and only from loopback or a private network. NGINX does not lead here.
 */
@Path("/internal/{question}")
@PermitAll
class OwnerResource {
    static final String PATH = "/internal/";

    private final RequestSignature signature;
    private final OwnerAnswers answers;
    private final OwnerJson json;
    private final RoutingContext connection;

    OwnerResource(RequestSignature signature, OwnerAnswers answers, OwnerJson json, RoutingContext connection) {
        this.signature = signature;
        this.answers = answers;
        this.json = json;
        this.connection = connection;
    }

    @POST
    @RunOnVirtualThread
    @PermitAll
    @Operation(hidden = true)
    public Response answer(
            @RestPath String question, @HeaderParam(RequestSignature.HEADER) String signed, byte[] body) {
        byte[] text = body == null ? new byte[0] : body;
        if (!isNear() || !signature.isGood(signed, question, text)) {
            throw new ProblemException(ServerProblem.UNSIGNED, "The request has no valid signature");
        }
        OwnerAnswer<?, ?> answer = answers.named(question)
                .orElseThrow(() -> new ProblemException(RequestProblem.NOT_FOUND, "Unknown question"));
        Object asked = json.read(text, answer.question().asked());
        return Response.ok(json.write(answers.answer(answer, asked)), MediaType.APPLICATION_JSON)
                .build();
    }

    private boolean isNear() {
        try {
            InetAddress address =
                    InetAddress.getByName(connection.request().remoteAddress().hostAddress());
            return address.isLoopbackAddress() || address.isSiteLocalAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
