package ai.nominate.tenantmgr.release;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.OwnServer;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.TenantSource;
import ai.nominate.tenantmgr.manifest.Manifest;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One builder for a release, whatever becomes of it: the lease is a row, and the database's clock decides. */
@QuarkusTest
class ReleasesTest {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    @Inject
    Releases releases;

    @Inject
    Sources sources;

    @Inject
    OwnServer server;

    @Inject
    AgroalDataSource database;

    @TempDir
    Path root;

    private Path source;
    private final List<String> built = new CopyOnWriteArrayList<>();

    @BeforeEach
    void a_source_that_counts_its_builds() {
        source = root.resolve("source");
        SafeFiles.write(source.resolve("page.html"), UUID.randomUUID().toString(), "rw-r--r--");
        SafeFiles.write(source.resolve("tenant-app.yaml"), """
                apiVersion: tenantmgr/v1
                name: counted
                build: [["sh", "-c", "sleep 0.5; echo built"]]
                services: { backend: { command: ["./run"], health: /health } }
                routes: { "/": backend }
                """, "rw-r--r--");
    }

    @Test
    void of_those_who_want_a_release_at_once_exactly_one_builds_it() throws Exception {
        List<Callable<Releases.Found>> callers = new ArrayList<>();
        for (int caller = 0; caller < 6; caller++) {
            callers.add(() -> ensure(UUID.randomUUID()));
        }
        List<Releases.Found> found = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Releases.Found> each : threads.invokeAll(callers)) {
                found.add(each.get());
            }
        }

        assertThat(found).filteredOn(Releases.Found::built).hasSize(1);
        assertThat(found).extracting(each -> each.release().id()).containsOnly(id());
        assertThat(built).hasSize(1);
        assertThat(found.getFirst().release().directory().resolve("page.html")).isRegularFile();
    }

    @Test
    void a_release_that_is_there_is_not_built_again_until_its_files_are_gone() {
        Release release = ensure(UUID.randomUUID()).release();
        assertThat(ensure(UUID.randomUUID()).built()).isFalse();

        SafeFiles.deleteTree(release.directory());

        assertThat(ensure(UUID.randomUUID()).built()).isTrue();
        assertThat(built).hasSize(2);
    }

    @Test
    void a_release_that_is_ready_is_built_by_nobody_else_because_tenants_may_run_on_it() {
        Release release = ensure(UUID.randomUUID()).release();

        assertThat(take(UUID.randomUUID())).isNull();
        assertThat(state()).isEqualTo("ready");
        assertThat(release.directory()).isDirectory();
    }

    @Test
    void a_build_that_failed_may_be_tried_again() {
        assertThatThrownBy(
                        () -> releases.ensure(pinned(), manifest(), Duration.ofMillis(200), scope(UUID.randomUUID())))
                .isInstanceOf(ProblemException.class);
        assertThat(state()).isEqualTo("failed");

        assertThat(ensure(UUID.randomUUID()).built()).isTrue();
        assertThat(state()).isEqualTo("ready");
    }

    @Test
    void a_lease_keeps_others_out_until_it_has_run_out() throws SQLException {
        UUID builder = UUID.randomUUID();
        try (BuildLease lease = take(builder)) {
            assertThat(lease).isNotNull();
            assertThat(take(UUID.randomUUID())).isNull();
            try (BuildLease resumed = take(builder)) {
                assertThat(resumed).as("the same run after a restart").isNotNull();
            }
        }
        assertThat(take(UUID.randomUUID()))
                .as("a builder that only ended its renewal")
                .isNull();

        execute("update release set builder_until = now() - interval '1 second' where id = '" + id() + "'");

        try (BuildLease next = take(UUID.randomUUID())) {
            assertThat(next).isNotNull();
        }
    }

    @Test
    void a_builder_that_was_overtaken_does_not_finish_the_release_of_the_next() throws Exception {
        UUID overtaken = UUID.randomUUID();
        Thread slow = Thread.ofVirtual().start(() -> {
            try {
                ensure(overtaken);
            } catch (RuntimeException expected) {
                // the other's directory is in the way, or its row
            }
        });
        eventually("it builds", () -> "building".equals(state()));
        execute("update release set builder = '" + UUID.randomUUID() + "', builder_until = now() + interval '1 hour'"
                + " where id = '" + id() + "'");
        eventually("it has built", () -> !built.isEmpty());

        slow.join(1500);

        assertThat(state()).isEqualTo("building");
        execute("update release set state = 'failed' where id = '" + id() + "'");
        slow.join();
    }

    private Releases.Found ensure(UUID run) {
        return releases.ensure(pinned(), manifest(), LIMIT, scope(run));
    }

    private BuildLease take(UUID builder) {
        return BuildLease.tryAcquire(id(), server.id(), pinned(), manifest(), scope(builder));
    }

    private String id() {
        return SourceKey.releaseId(server.id(), pinned(), manifest());
    }

    private PinnedSource pinned() {
        return new PinnedSource(
                new TenantSource.Directory(source), Optional.empty(), SourceTree.hash(source), Optional.empty());
    }

    private Manifest manifest() {
        return sources.manifest(pinned(), scope(UUID.randomUUID()));
    }

    private String state() {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select state from release where id = ?")) {
            query.setString(1, id());
            try (var rows = query.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private RunScope scope(UUID run) {
        return new RunScope(run, 1, Permit.ALWAYS, (stream, line) -> {
            if (line.equals("built")) {
                built.add(line);
            }
        });
    }
}
