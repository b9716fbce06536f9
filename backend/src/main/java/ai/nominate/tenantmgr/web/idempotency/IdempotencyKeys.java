package ai.nominate.tenantmgr.web.idempotency;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.RequestProblem;
import ai.nominate.tenantmgr.kernel.Uuid7;
import ai.nominate.tenantmgr.web.Caller;
import ai.nominate.tenantmgr.web.FilterOrder;
import ai.nominate.tenantmgr.web.PrivatePaths;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.common.core.BlockingNotAllowedException;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * A change repeated with the same Idempotency-Key takes effect once and gets the first answer again. A filter before
 * every route, so that it covers every resource.
 */
class IdempotencyKeys {
    private static final Logger LOG = Logger.getLogger(IdempotencyKeys.class);
    private static final String ATTEMPT_PROPERTY = "tenantmgr.try";
    private static final Set<String> CHANGES = Set.of("POST", "PUT", "PATCH", "DELETE");

    private final IdempotentRequests requests;
    private final AnswerCipher cipher;
    private final Caller caller;
    private final CurrentIdentityAssociation identities;
    private final ObjectMapper mapper;
    private final Set<String> notStored;

    IdempotencyKeys(
            IdempotentRequests requests,
            AnswerCipher cipher,
            Caller caller,
            CurrentIdentityAssociation identities,
            ObjectMapper mapper,
            @All List<PrivatePaths> paths) {
        this.requests = requests;
        this.cipher = cipher;
        this.caller = caller;
        this.identities = identities;
        this.mapper = mapper;
        this.notStored =
                paths.stream().flatMap(each -> each.notStored().stream()).collect(Collectors.toUnmodifiableSet());
    }

    @ServerRequestFilter(readBody = true, priority = FilterOrder.IDEMPOTENCY_KEY)
    Uni<Response> begin(ContainerRequestContext request) {
        List<String> keys = request.getHeaders().get(KeyedRequest.HEADER);
        if (keys == null || !CHANGES.contains(request.getMethod()) || notStored.contains(path(request))) {
            return Uni.createFrom().nullItem();
        }
        byte[] body = body(request);
        return identities.getDeferredIdentity().flatMap(identity -> {
            Actor actor = identity.getAttribute(Caller.ACTOR);
            return actor == null
                    ? Uni.createFrom().nullItem()
                    : begin(
                            KeyedRequest.of(keys, identity.getAttribute(Caller.ACCOUNT), actor, request, body),
                            request);
        });
    }

    private Uni<Response> begin(KeyedRequest keyed, ContainerRequestContext request) {
        UUID attempt = Uuid7.next();
        String fingerprint = cipher.encrypt(keyed.fingerprint(), keyed.associatedData("fingerprint"));
        return requests.begin(keyed, fingerprint, attempt).map(earlier -> {
            if (earlier != IdempotentRequests.EarlierRequest.NONE) {
                return replay(keyed, earlier);
            }
            request.setProperty(ATTEMPT_PROPERTY, new Attempt(keyed, attempt));
            caller.setAttempt(attempt);
            return null;
        });
    }

    private Response replay(KeyedRequest keyed, IdempotentRequests.EarlierRequest earlier) {
        if (earlier == IdempotentRequests.EarlierRequest.UNDER_WAY) {
            throw IdempotentRequests.inProgress();
        }
        String fingerprint = cipher.decrypt(earlier.fingerprint(), keyed.associatedData("fingerprint"))
                .orElseThrow(IdempotencyKeys::lost);
        if (!fingerprint.equals(keyed.fingerprint())) {
            throw new ProblemException(RequestProblem.KEY_MISMATCH, "Repeat the request unchanged, or use a new key");
        }
        if (earlier.answer() == null) {
            throw earlier.isAlive() ? IdempotentRequests.inProgress() : lost();
        }
        String answer =
                cipher.decrypt(earlier.answer(), keyed.associatedData("answer")).orElseThrow(IdempotencyKeys::lost);
        try {
            return mapper.readValue(answer, StoredAnswer.class).replay();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored answer could not be read", e);
        }
    }

    /**
     * Runs last, so that the answer is complete. If storing fails, the answer is still sent: the change has been made.
     */
    @ServerResponseFilter(priority = FilterOrder.STORED_ANSWER)
    Uni<Void> end(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getProperty(ATTEMPT_PROPERTY) instanceof Attempt one)) {
            return Uni.createFrom().voidItem();
        }
        StoredAnswer answer = StoredAnswer.of(response.getStatus(), response.getHeaders(), text(response.getEntity()));
        return (answer.isFinal()
                        ? requests.storeAnswer(
                                one.attempt(),
                                cipher.encrypt(text(answer), one.keyed().associatedData("answer")))
                        : requests.abandon(one.attempt()))
                .onFailure()
                .invoke(e -> LOG.warnf("The answer for an Idempotency-Key could not be stored: %s", e.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private String text(Object entity) {
        try {
            return entity == null || entity instanceof String ? (String) entity : mapper.writeValueAsString(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer could not be written", e);
        }
    }

    private static byte[] body(ContainerRequestContext request) {
        try {
            byte[] body = request.hasEntity() ? request.getEntityStream().readAllBytes() : new byte[0];
            request.setEntityStream(new ByteArrayInputStream(body));
            return body;
        } catch (BlockingNotAllowedException e) {
            // only the body that the operation reads is part of the fingerprint; the body of an operation without one
            // is ignored
            return new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String path(ContainerRequestContext request) {
        return request.getUriInfo().getRequestUri().getPath();
    }

    private static ProblemException lost() {
        return new ProblemException(
                RequestProblem.ANSWER_LOST, "Check the current state; a new key would repeat the change");
    }

    private record Attempt(KeyedRequest keyed, UUID attempt) {}
}
