package ai.nominate.tenantmgr.server;

import ai.nominate.tenantmgr.kernel.OwnServer;
import ai.nominate.tenantmgr.kernel.ProblemException;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Asks the holder of a server's lease what only it can tell or do: this manager itself without a detour, another one over
 * HTTP at the address in its row, signed. Blocks.
 */
@ApplicationScoped
public class OwnerClient {
    private static final Logger LOG = Logger.getLogger(OwnerClient.class);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final int OK = 200;

    private final OwnServer own;
    private final Servers servers;
    private final ServerLease lease;
    private final OwnerAnswers answers;
    private final RequestSignature signature;
    private final OwnerJson json;
    private volatile HttpClient client;

    OwnerClient(
            OwnServer own,
            Servers servers,
            ServerLease lease,
            OwnerAnswers answers,
            RequestSignature signature,
            OwnerJson json) {
        this.own = own;
        this.servers = servers;
        this.lease = lease;
        this.answers = answers;
        this.signature = signature;
        this.json = json;
    }

    /**
     * @param server the number of the server that the question is about
     * @throws ProblemException what the owner refuses; {@link ServerProblem#AWAY} when no manager holds the lease or its holder
     *     does not answer in time
     */
    public <Q, A> A ask(short server, OwnerQuestion<Q, A> question, Q asked) {
        if (server == own.id() && lease.isHeld()) {
            return question.answered()
                    .cast(answers.answer(answers.named(question.name()).orElseThrow(), asked));
        }
        ServerRow row = servers.row(server);
        if (!row.isOwned() || row.owner().equals(signature.self())) {
            throw ServerProblem.away("No manager currently holds the lease of server " + row.name());
        }
        HttpResponse<byte[]> response = send(row, question, json.write(asked));
        if (response.statusCode() == OK) {
            return json.read(response.body(), question.answered());
        }
        throw refusal(row, response);
    }

    private HttpResponse<byte[]> send(ServerRow row, OwnerQuestion<?, ?> question, byte[] body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(row.address() + OwnerResource.PATH + question.name()))
                .timeout(question.limit())
                .header("Content-Type", "application/json")
                .header(RequestSignature.HEADER, signature.sign(row.owner(), question.name(), body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            return client().send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            LOG.infof("The manager of server %s did not respond at %s: %s", row.name(), row.address(), e.toString());
            throw away(row);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away(row);
        }
    }

    private ProblemException refusal(ServerRow row, HttpResponse<byte[]> response) {
        try {
            ProblemException refused = json.problem(response.body());
            if (!refused.problem().code().equals(ServerProblem.UNSIGNED.code())) {
                return response.headers()
                        .firstValue("Retry-After")
                        .map(seconds -> refused.retryAfter(Duration.ofSeconds(Long.parseLong(seconds))))
                        .orElse(refused);
            }
            LOG.errorf(
                    "The manager of server %s rejected this manager's signature: their clocks differ by more than"
                            + " %d s, or it has been replaced",
                    row.name(), RequestSignature.TOLERANCE.toSeconds());
        } catch (JsonProcessingException e) {
            LOG.warnf("The manager of server %s answered %d at %s", row.name(), response.statusCode(), row.address());
        }
        return away(row);
    }

    private static ProblemException away(ServerRow row) {
        return ServerProblem.away("The manager of server " + row.name() + " does not respond; it may be restarting");
    }

    /** Created lazily: most installations have one manager and do not need it. */
    private HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .connectTimeout(CONNECT)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
        }
        return client;
    }
}
