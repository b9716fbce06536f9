package ai.nominate.tenantmgr.renewal;

import ai.nominate.tenantmgr.certificate.CertificateWatch;
import ai.nominate.tenantmgr.host.command.RunInterrupted;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.PermitLost;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.OwnServer;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.nginx.SiteRegistry;
import ai.nominate.tenantmgr.schedule.RecurringTask;
import ai.nominate.tenantmgr.schedule.ScheduleBook;
import ai.nominate.tenantmgr.server.DutyPhase;
import ai.nominate.tenantmgr.server.ServerDuty;
import ai.nominate.tenantmgr.server.Watch;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * Looks once a minute which sites of this server need a certificate, and queues their renewals. Looks at name servers too, so that a
 * name that leads here at last gets a certificate without anybody asking for it.
 */
@ApplicationScoped
class RenewalDuty implements ServerDuty {
    private static final Logger LOG = Logger.getLogger(RenewalDuty.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int MOST = 20;
    private static final String TO_LOOK_AT = """
            select t.id from tenant t
            join site_certificate s on s.tenant_id = t.id
            left join tenant_certificate c on c.tenant_id = t.id
            where t.server_id = $1 and t.live_slot is not null and t.status in ('active', 'stopped')
                and (c.look_at is null or c.look_at <= $2)
            order by c.look_at nulls first, t.id limit $3""";

    private final CertificateWatch certificates;
    private final SiteRegistry sites;
    private final TenantRegistry tenants;
    private final RenewalQueue queue;
    private final OwnServer server;
    private final Pool pool;
    private final Clock clock;
    private final RecurringTask task;
    private final Watch watch = new Watch("certificate-watch", PAUSE, this::turn);

    RenewalDuty(
            CertificateWatch certificates,
            SiteRegistry sites,
            TenantRegistry tenants,
            RenewalQueue queue,
            OwnServer server,
            Pool pool,
            Clock clock,
            ScheduleBook schedules) {
        this.certificates = certificates;
        this.sites = sites;
        this.tenants = tenants;
        this.queue = queue;
        this.server = server;
        this.pool = pool;
        this.clock = clock;
        this.task = schedules.register("certificates.watch", "Look at certificates", PAUSE, Duration.ofMinutes(30));
        task.rest();
    }

    @Override
    public DutyPhase phase() {
        return DutyPhase.JOBS;
    }

    @Override
    public void begin(Permit permit) {
        task.expect();
        watch.begin(permit);
    }

    @Override
    public void end() {
        task.rest();
        watch.end();
    }

    private void turn(Permit permit) {
        task.runBlocking(() -> look(permit));
    }

    /** Looks at the sites whose time has come. One that cannot be looked at keeps no other from it. */
    void look(Permit permit) {
        for (UUID tenant : toLookAt()) {
            permit.check();
            look(tenant, permit);
        }
    }

    private void look(UUID tenant, Permit permit) {
        try {
            List<DomainName> names = sites.hosts(tenant);
            Optional<String> due = names.isEmpty() ? Optional.empty() : certificates.due(tenant, names, permit);
            due.ifPresent(why -> renew(tenant, why, permit));
        } catch (RunInterrupted | PermitLost e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.errorf(e, "The certificate of tenant %s could not be looked at", tenant);
            certificates.lookLater(tenant, permit);
        }
    }

    private void renew(UUID tenant, String why, Permit permit) {
        certificates.lookLater(tenant, permit); // the run says when again; if it does not come to it, an hour is right
        try {
            permit.transaction(() ->
                    tenants.lock(tenant.toString(), Actor.MANAGER).flatMap(found -> queue.queue(found, Actor.MANAGER)));
            LOG.infof("A renewal was queued for tenant %s: %s", tenant, why);
            queue.wake();
        } catch (ProblemException e) {
            LOG.debugf("No renewal for tenant %s: %s", tenant, e.getMessage());
        }
    }

    private List<UUID> toLookAt() {
        var rows = Reactive.await(() -> pool.preparedQuery(TO_LOOK_AT)
                .execute(Tuple.of(server.id(), clock.instant().atOffset(ZoneOffset.UTC), MOST)));
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getUUID("id"))
                .toList();
    }
}
