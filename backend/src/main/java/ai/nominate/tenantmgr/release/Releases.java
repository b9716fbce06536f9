package ai.nominate.tenantmgr.release;

import ai.nominate.tenantmgr.host.command.LineSink;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.unit.Task;
import ai.nominate.tenantmgr.host.unit.TaskLimits;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.OwnServer;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.TenantSource;
import ai.nominate.tenantmgr.manifest.Manifest;
import ai.nominate.tenantmgr.release.git.GitRepositories;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds or builds the release of a pinned source. Blocks its virtual thread during fetch and build. Problems of a build are thrown as
 * {@link ProblemException} with a {@link ReleaseProblem}.
 */
@ApplicationScoped
public class Releases {
    private static final Duration BUILD_WAIT = Duration.ofMillis(300);

    private final Sources sources;
    private final GitRepositories repositories;
    private final ReleaseBuilder builder;
    private final TaskLimits limits;
    private final OwnServer server;

    Releases(
            Sources sources,
            GitRepositories repositories,
            ReleaseBuilder builder,
            TaskLimits limits,
            OwnServer server) {
        this.sources = sources;
        this.server = server;
        this.repositories = repositories;
        this.builder = builder;
        this.limits = limits;
    }

    /** The release of a pinned source: an existing one, or a new one, built once even for concurrent callers. */
    public Found ensure(PinnedSource pinned, Manifest manifest, Duration limit, RunScope scope) {
        String id = SourceKey.releaseId(server.id(), pinned, manifest);
        boolean told = false;
        boolean built = false;
        while (true) {
            Optional<Release> ready = ready(id);
            if (ready.isPresent()) {
                return new Found(ready.get(), built);
            }
            try (BuildLease lease = BuildLease.tryAcquire(id, server.id(), pinned, manifest, scope)) {
                if (lease != null) {
                    build(id, pinned, manifest, limit, scope);
                    built = true;
                    continue;
                }
            }
            if (!told) {
                scope.output().accept(LineSink.Stream.OUT, "Another deployment is building release " + id);
                told = true;
            }
            pause();
        }
    }

    /** @param built whether this call built it */
    public record Found(Release release, boolean built) {}

    /** A ready release, by id. */
    public Uni<Release> find(String id) {
        return StoredRelease.<StoredRelease>findById(id).map(this::release);
    }

    /** Whether a release exists, or can be rebuilt from a repository. */
    public Uni<Boolean> isAvailable(String id) {
        return StoredRelease.<StoredRelease>findById(id)
                .map(stored -> stored.state.equals(StoredRelease.READY) || stored.sourceKind.equals("git"));
    }

    /** Returns a release, rebuilding it if it was removed. Blocks. */
    public Found restore(String id, Duration limit, RunScope scope) {
        Optional<Release> there = ready(id);
        if (there.isPresent()) {
            return new Found(there.get(), false);
        }
        StoredRelease stored = Reactive.transaction(() -> StoredRelease.<StoredRelease>findById(id));
        TenantSource source =
                TenantSource.stored(stored.sourceKind, stored.sourceLocation, null, stored.sourceCredential);
        PinnedSource pinned = sources.pin(source, Optional.of(stored.commitId), limit, scope);
        if (!pinned.commit().equals(stored.commitId)) {
            throw new ProblemException(
                    ReleaseProblem.SOURCE_CHANGED, "Release " + id + " was removed, and its source has changed since");
        }
        return ensure(pinned, Manifest.fromJson(stored.manifest), limit, scope);
    }

    /**
     * Forgets releases of this manager's own server that no slot holds and no tenant could go back to, all but the newest few.
     * Answers which.
     */
    public List<String> prune(int kept, Permit permit) {
        builder.removeLeftovers(() -> Set.copyOf(Reactive.transaction(this::building)), permit);
        List<String> unused = permit.transaction(() -> Panache.getSession()
                .flatMap(session -> session.createNativeQuery(UNUSED, String.class)
                        .setParameter("kept", kept)
                        .setParameter("server", server.id())
                        .getResultList()));
        for (String id : unused) {
            permit.check();
            builder.remove(id);
        }
        return unused;
    }

    /** Removes local copies of repositories that were not fetched for this time. */
    public void removeUnusedCopies(Duration expiry) {
        repositories.removeUnused(expiry);
    }

    private Uni<List<String>> building() {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(BUILDING, String.class)
                        .setParameter("server", server.id())
                        .getResultList());
    }

    private static final String BUILDING = """
            select id from release where server_id = :server and state = 'building' and builder_until >= now()""";

    private static final String UNUSED = """
            update release set state = 'failed'
            where id in (
                select r.id from release r
                where r.state = 'ready' and r.server_id = :server
                  and not exists (select 1 from tenant_slot s where s.release_id = r.id)
                  and not exists (
                      select 1 from deployment d join run u on u.id = d.id
                      where d.release_id = r.id and u.status in ('queued', 'running'))
                  and r.id not in (
                      select release_id from (
                          select d.release_id, row_number() over (
                                     partition by u.subject_id order by max(u.queued_at) desc) as place
                          from deployment d join run u on u.id = d.id join tenant t on t.id = u.subject_id
                          where u.status = 'succeeded' and u.kind in ('deploy', 'rollback')
                            and d.release_id is not null
                          group by u.subject_id, d.release_id) latest
                      where place <= 2)
                  and r.created_at < now() - interval '10 minutes'
                order by r.created_at desc offset :kept)
            returning id""";

    private void build(String id, PinnedSource pinned, Manifest manifest, Duration limit, RunScope scope) {
        long start = System.nanoTime();
        try {
            builder.remove(id);
            String hash = builder.build(id, pinned, manifest, limits.of(Task.Purpose.BUILD, limit), scope);
            long took = Duration.ofNanos(System.nanoTime() - start).toMillis();
            finish(id, StoredRelease.READY, hash, took, scope);
        } catch (ProblemException e) {
            finish(id, StoredRelease.FAILED, null, null, scope);
            throw e;
        }
    }

    /** A run that was taken over has the same builder's name in its new epoch: what the old one says must not count. */
    private static void finish(String id, String state, String hash, Long took, RunScope scope) {
        scope.permit()
                .transaction(() -> StoredRelease.update(
                        "state = ?1, contentHash = ?2, buildMs = ?3 where id = ?4 and builder = ?5",
                        state,
                        hash,
                        took,
                        id,
                        scope.id()));
    }

    private Optional<Release> ready(String id) {
        StoredRelease stored = Reactive.transaction(() -> StoredRelease.<StoredRelease>findById(id));
        boolean usable = stored != null && stored.state.equals(StoredRelease.READY) && builder.isFinished(id);
        return usable ? Optional.of(release(stored)) : markLost(stored);
    }

    /** A row without files is built again, unless somebody else has done so since it was read. */
    private static Optional<Release> markLost(StoredRelease stored) {
        if (stored != null && stored.state.equals(StoredRelease.READY)) {
            Reactive.transaction(() -> StoredRelease.update(
                    "state = 'failed' where id = ?1 and state = 'ready' and builder is not distinct from ?2",
                    stored.id,
                    stored.builder));
        }
        return Optional.empty();
    }

    private Release release(StoredRelease stored) {
        return stored == null
                ? null
                : new Release(
                        stored.id,
                        Optional.ofNullable(stored.ref),
                        stored.commitId,
                        Manifest.fromJson(stored.manifest),
                        builder.directory(stored.id));
    }

    private static void pause() {
        try {
            Thread.sleep(BUILD_WAIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ai.nominate.tenantmgr.host.command.RunInterrupted("interrupted while waiting for another build");
        }
    }
}
