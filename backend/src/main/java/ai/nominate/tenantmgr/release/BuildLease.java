package ai.nominate.tenantmgr.release;

import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.TenantSource;
import ai.nominate.tenantmgr.manifest.Manifest;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * The lease of a release build: one row, one builder, while it renews. Uses the database clock, so that managers with
 * different clocks agree. If a builder dies, the next deployment takes the lease.
 */
final class BuildLease implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(BuildLease.class);
    private static final Duration RENEWAL = Duration.ofSeconds(5);
    private static final String TAKE = """
            insert into release
                (id, server_id, source_kind, source_location, source_credential, ref, commit, manifest, state, builder, builder_until)
            values (:id, :server, :kind, :location, cast(:credential as text), cast(:ref as text), :commit, :manifest, 'building', :builder,
                    now() + interval '20 seconds')
            on conflict (id) do update
            set state = 'building', builder = excluded.builder, builder_until = excluded.builder_until,
                source_credential = excluded.source_credential
            where release.state = 'failed'
               or release.state = 'building'
                  and (release.builder = excluded.builder or release.builder_until < now())""";
    private static final String RENEW = """
            update release set builder_until = now() + interval '20 seconds'
            where id = :id and builder = :builder and state = 'building'""";

    private final String id;
    private final UUID builder;
    private final Thread renewal;

    private BuildLease(String id, UUID builder) {
        this.id = id;
        this.builder = builder;
        this.renewal = Thread.ofVirtual().name("build-lease-" + id).start(this::renew);
    }

    /** The lease, or null while another builder has it, or if another one has finished: tenants may run on a ready release. */
    static BuildLease tryAcquire(String id, short server, PinnedSource pinned, Manifest manifest, RunScope scope) {
        int rows = scope.permit()
                .transaction(() -> Panache.getSession()
                        .flatMap(session -> session.createNativeQuery(TAKE)
                                .setParameter("id", id)
                                .setParameter("server", server)
                                .setParameter("kind", TenantSource.kind(pinned.source()))
                                .setParameter("location", TenantSource.location(pinned.source()))
                                .setParameter("credential", TenantSource.credential(pinned.source()))
                                .setParameter("ref", pinned.ref().orElse(null))
                                .setParameter("commit", pinned.commit())
                                .setParameter("manifest", manifest.toJson())
                                .setParameter("builder", scope.id())
                                .executeUpdate()));
        return rows == 1 ? new BuildLease(id, scope.id()) : null;
    }

    private void renew() {
        try {
            while (true) {
                Thread.sleep(RENEWAL);
                renewOnce();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** While the database is unavailable, another builder cannot take the lease either. */
    private void renewOnce() {
        try {
            Reactive.transaction(() -> Panache.getSession().flatMap(this::renewIn));
        } catch (RuntimeException e) {
            LOG.warnf("The build lease of release %s could not be renewed, retrying: %s", id, e.getMessage());
        }
    }

    private Uni<Integer> renewIn(Mutiny.Session session) {
        return session.createNativeQuery(RENEW)
                .setParameter("id", id)
                .setParameter("builder", builder)
                .executeUpdate();
    }

    @Override
    public void close() {
        renewal.interrupt();
    }
}
