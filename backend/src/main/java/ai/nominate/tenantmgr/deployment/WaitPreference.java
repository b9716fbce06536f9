package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.Uuid7;
import ai.nominate.tenantmgr.run.engine.Failure;
import ai.nominate.tenantmgr.run.engine.RunStatus;
import ai.nominate.tenantmgr.run.feed.RunEnds;
import ai.nominate.tenantmgr.web.Caller;
import ai.nominate.tenantmgr.web.FilterOrder;
import ai.nominate.tenantmgr.web.ProblemMapper;
import ai.nominate.tenantmgr.web.ProblemView;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Answers a client that prefers to wait for the end of the deployment that it has requested: {@code Prefer: wait=60}, RFC 7240.
 * Waits after the answer was stored for its Idempotency-Key, so that a repeated request waits again. Never blocks a thread.
 */
class WaitPreference {
    private static final Pattern WAIT =
            Pattern.compile("(?:^|,)\\s*wait\\s*=\\s*\"?([0-9]{1,9})\"?\\s*(?:$|[,;])", Pattern.CASE_INSENSITIVE);
    /** The body as it was stored, when the request is a repeated one. */
    private static final Pattern STORED = Pattern.compile("\"deploymentId\"\\s*:\\s*\"([0-9a-f-]{36})\"");

    private static final int LONGEST_SECONDS = 300;
    private static final int ACCEPTED = 202;

    private final RunEnds ends;
    private final DeploymentList deployments;
    private final WaitPlaces places;
    private final CurrentIdentityAssociation identities;
    private final CurrentVertxRequest requests;

    WaitPreference(
            RunEnds ends,
            DeploymentList deployments,
            WaitPlaces places,
            CurrentIdentityAssociation identities,
            CurrentVertxRequest requests) {
        this.ends = ends;
        this.deployments = deployments;
        this.places = places;
        this.identities = identities;
        this.requests = requests;
    }

    @ServerResponseFilter(priority = FilterOrder.PREFERENCE)
    Uni<Void> answer(ContainerRequestContext request, ContainerResponseContext response) {
        OptionalInt seconds = seconds(request.getHeaderString("Prefer"));
        Optional<UUID> deployment = deployment(request, response);
        if (seconds.isEmpty() || deployment.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return identities.getDeferredIdentity().flatMap(identity -> {
            Actor actor = identity.getAttribute(Caller.ACTOR);
            return actor != null && places.take(actor.name())
                    ? await(deployment.get(), seconds.getAsInt(), actor, response)
                            .onTermination()
                            .invoke(() -> places.leave(actor.name()))
                    : Uni.createFrom().voidItem();
        });
    }

    private Uni<Void> await(UUID deployment, int seconds, Actor actor, ContainerResponseContext response) {
        Context context = Vertx.currentContext();
        Uni<Optional<RunStatus>> end = ends.of(deployment).map(Optional::of);
        Uni<Optional<RunStatus>> late = Uni.createFrom()
                .item(Optional.<RunStatus>empty())
                .onItem()
                .delayIt()
                .by(Duration.ofSeconds(seconds));
        Uni<Optional<RunStatus>> gone =
                ClientGone.of(requests.getCurrent().request()).replaceWith(Optional.empty());
        return Uni.combine()
                .any()
                .of(end, late, gone)
                .emitOn(work -> context.runOnContext(go -> work.run()))
                .invoke(() -> response.getHeaders().putSingle("Preference-Applied", "wait=" + seconds))
                .flatMap(ended -> ended.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : deployments
                                .get(deployment.toString(), actor)
                                .invoke(view -> answer(view, response))
                                .replaceWithVoid());
    }

    private static void answer(DeploymentView view, ContainerResponseContext response) {
        if (view.status().equals(RunStatus.SUCCEEDED.id())) {
            response.setStatus(200);
            response.setEntity(new EndedDeployment(view.id(), view));
        } else {
            response.setStatus(409);
            response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, ProblemMapper.PROBLEM_JSON);
            response.setEntity(problem(view, view.failure()));
        }
    }

    private static ProblemView problem(DeploymentView view, Failure failure) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("deploymentId", view.id());
        members.put("failure", failure);
        return new ProblemView(
                "about:blank",
                view.status().equals(RunStatus.CANCELLED.id())
                        ? "The deployment was cancelled"
                        : "The deployment failed",
                409,
                failure.detail(),
                failure.code(),
                Uuid7.next().toString(),
                List.of(),
                members);
    }

    /** The deployment that the answer accepts. A request to cancel one has its answer at once. */
    private static Optional<UUID> deployment(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() != ACCEPTED || request.getUriInfo().getPath().endsWith("/cancel")) {
            return Optional.empty();
        }
        if (response.getEntity() instanceof AcceptedDeployment accepted) {
            return Optional.of(accepted.deploymentId());
        }
        return Optional.ofNullable(response.getEntity())
                .filter(String.class::isInstance)
                .map(body -> STORED.matcher((String) body))
                .filter(Matcher::find)
                .map(found -> UUID.fromString(found.group(1)));
    }

    /** A preference that cannot be read is ignored, as RFC 7240 says; a longer wait is limited. */
    static OptionalInt seconds(String prefer) {
        Matcher wait = WAIT.matcher(prefer == null ? "" : prefer);
        if (!wait.find()) {
            return OptionalInt.empty();
        }
        int seconds = Math.min(LONGEST_SECONDS, Integer.parseInt(wait.group(1)));
        return seconds == 0 ? OptionalInt.empty() : OptionalInt.of(seconds);
    }
}
