package ai.nominate.tenantmgr.webhook.status;

import ai.nominate.tenantmgr.credential.GitCredential;
import ai.nominate.tenantmgr.credential.GitCredentials;
import ai.nominate.tenantmgr.deployment.step.CoreSource;
import ai.nominate.tenantmgr.event.EventLog;
import ai.nominate.tenantmgr.event.EventTopic;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.kernel.TenantSource;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.webhook.forge.Forge;
import ai.nominate.tenantmgr.webhook.forge.StatusOutcome;
import ai.nominate.tenantmgr.webhook.forge.StatusRequest;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Makes one try to send a status, and notes what came of it. Blocks. */
@ApplicationScoped
class StatusSender {
    static final int MOST_TRIES = 8;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final EventTopic WEBHOOKS = new EventTopic("webhooks", Role.VIEWER);
    private static final String HOOK = "select forge, page_address from tenant_webhook where tenant_id = :tenant";

    private final TenantRegistry tenants;
    private final CoreSource sources;
    private final GitCredentials credentials;
    private final ForgeClient client;
    private final CommitStatuses statuses;
    private final EventLog events;
    private final Clock clock;

    StatusSender(
            TenantRegistry tenants,
            CoreSource sources,
            GitCredentials credentials,
            ForgeClient client,
            CommitStatuses statuses,
            EventLog events,
            Clock clock) {
        this.tenants = tenants;
        this.sources = sources;
        this.credentials = credentials;
        this.client = client;
        this.statuses = statuses;
        this.events = events;
        this.clock = clock;
    }

    /** @param row a claimed one */
    void send(CommitStatus row) {
        StatusOutcome outcome = outcome(row);
        Reactive.transaction(() -> (switch (outcome) {
                    case StatusOutcome.Sent sent -> statuses.tried(row, CommitStatus.SENT, row.dueAt, null);
                    case StatusOutcome.Failed failed ->
                        statuses.tried(row, CommitStatus.FAILED, row.dueAt, failed.why());
                    case StatusOutcome.Later later ->
                        row.tries >= MOST_TRIES
                                ? statuses.tried(row, CommitStatus.FAILED, row.dueAt, later.why() + "; given up")
                                : statuses.tried(
                                        row,
                                        CommitStatus.WAITING,
                                        clock.instant().plus(later.after().orElse(pause(row.tries))),
                                        later.why());
                })
                .chain(() -> events.append(WEBHOOKS, row.tenantId, "webhook.reported", Map.of())));
    }

    /** 10 s after the first try, then twice as long each time: 21 minutes in all. */
    static Duration pause(int tries) {
        return FIRST_PAUSE.multipliedBy(1L << Math.max(0, tries - 1));
    }

    private StatusOutcome outcome(CommitStatus row) {
        try {
            return outcome(row, Reactive.await(() -> Panache.withSession(() -> target(row))));
        } catch (ProblemException e) {
            return new StatusOutcome.Failed(e.problem().title() + ": " + e.getMessage());
        }
    }

    private StatusOutcome outcome(CommitStatus row, Target target) {
        if (!(target.source() instanceof TenantSource.Git git) || git.url().isSsh() || git.credential() == null) {
            return new StatusOutcome.Failed("The source of the tenant has no access token");
        }
        if (!(credentials.find(git.credential()).orElse(null) instanceof GitCredential.AccessToken token)
                || !token.opens(git.url())) {
            return new StatusOutcome.Failed("The credential of the source is no access token for its repository");
        }
        Forge forge = target.forge() == null ? Forge.guess(git.url().host()) : Forge.of(target.forge());
        String slug = target.tenant().slug().value();
        StatusRequest.Status status = new StatusRequest.Status(
                row.state,
                shortened(row.description),
                "tenant-manager/" + slug,
                target.pages() == null ? null : target.pages() + "/deployments/" + row.deploymentId);
        return client.send(forge, StatusRequest.of(forge, git.url(), row.commitId, status, token.token()));
    }

    private Uni<Target> target(CommitStatus row) {
        return tenants.get(row.tenantId)
                .flatMap(tenant -> sources.of(tenant)
                        .flatMap(source -> Panache.getSession()
                                .flatMap(session -> session.createNativeQuery(HOOK, Object[].class)
                                        .setParameter("tenant", row.tenantId)
                                        .getResultList())
                                .map(rows -> rows.isEmpty()
                                        ? new Target(tenant, source, null, null)
                                        : new Target(tenant, source, (String) rows.getFirst()[0], (String)
                                                rows.getFirst()[1]))));
    }

    private static String shortened(String text) {
        return text.length() <= StatusRequest.LONGEST_DESCRIPTION
                ? text
                : text.substring(0, StatusRequest.LONGEST_DESCRIPTION - 1) + "…";
    }

    /**
     * @param forge null if the webhook does not say
     * @param pages where people open this product; null if nobody said
     */
    private record Target(TenantSnapshot tenant, TenantSource source, String forge, String pages) {}
}
