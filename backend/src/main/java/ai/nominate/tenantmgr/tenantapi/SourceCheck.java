package ai.nominate.tenantmgr.tenantapi;

import ai.nominate.tenantmgr.credential.Credentials;
import ai.nominate.tenantmgr.deployment.step.CoreSource;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.FieldError;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.TenantSource;
import ai.nominate.tenantmgr.release.SourcePreview;
import ai.nominate.tenantmgr.release.git.GitProblem;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** Looks at the source that somebody types, within a time and a number of looks. */
@ApplicationScoped
class SourceCheck {
    /** For everything, names of hosts included. */
    private static final Duration LIMIT = Duration.ofSeconds(5);
    /** For git. After it the answer has what was read so far. */
    private static final Duration LOOK = Duration.ofSeconds(4);

    private final SourcePreview preview;
    private final SourceAllowance allowance;
    private final Credentials credentials;
    private final CoreSource core;
    private final Vertx vertx;

    SourceCheck(
            SourcePreview preview, SourceAllowance allowance, Credentials credentials, CoreSource core, Vertx vertx) {
        this.preview = preview;
        this.allowance = allowance;
        this.credentials = credentials;
        this.core = core;
        this.vertx = vertx;
    }

    /** @return null if no source was asked for */
    Uni<TenantCheckView.Source> check(TenantRequest.SourceView asked, Actor actor) {
        Fields fields = new Fields();
        TenantSource source = TenantFields.source(fields, asked);
        if (!fields.errors().isEmpty()) {
            return Uni.createFrom().item(refused(fields.errors().getFirst()));
        }
        if (source == null) {
            return Uni.createFrom().nullItem();
        }
        if (source instanceof TenantSource.Directory && !actor.isAdmin()) {
            return Uni.createFrom().item(TenantCheckView.Source.refused("kind", "can be directory for admins only"));
        }
        allowance.take(actor);
        return look(Panache.withSession(() -> credentials.check(Optional.of(source)))
                .replaceWith(source));
    }

    /** Looks at the source of tenants that have none of their own. Anybody who may create a tenant may deploy it. */
    Uni<TenantCheckView.Source> checkCore(Actor actor) {
        allowance.take(actor);
        return look(Panache.withSession(core::ofAll));
    }

    private Uni<TenantCheckView.Source> look(Uni<TenantSource> source) {
        return source.flatMap(known -> vertx.executeBlocking(() -> preview.look(known, LOOK), false))
                .map(TenantCheckView.Source::of)
                .ifNoItem()
                .after(LIMIT)
                .fail()
                .onFailure(TimeoutException.class)
                .recoverWithItem(late -> TenantCheckView.Source.refused("location", SourcePreview.UNREACHABLE))
                .onFailure(ProblemException.class)
                .recoverWithItem(e -> refused((ProblemException) e));
    }

    private static TenantCheckView.Source refused(ProblemException e) {
        if (e.problem() instanceof GitProblem problem) {
            String field = switch (problem) {
                case REF_UNKNOWN -> "ref";
                case CREDENTIAL_UNUSABLE -> "credential";
                case UNREACHABLE, ACCESS_REFUSED, HOST_KEY_CHANGED, FETCH_FAILED, TOO_LARGE, INCOMPLETE -> "location";
            };
            return TenantCheckView.Source.refused(field, e.getMessage());
        }
        return e.errors().stream()
                .filter(error -> error.field().startsWith("source."))
                .findFirst()
                .map(SourceCheck::refused)
                .orElseGet(() -> TenantCheckView.Source.refused("location", e.getMessage()));
    }

    private static TenantCheckView.Source refused(FieldError error) {
        return TenantCheckView.Source.refused(error.field().substring("source.".length()), error.message());
    }
}
