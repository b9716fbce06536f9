package ai.nominate.tenantmgr.backup;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.Api.Answer;
import ai.nominate.tenantmgr.backup.bundle.BundleReader;
import ai.nominate.tenantmgr.backup.bundle.DirectoryBundle;
import ai.nominate.tenantmgr.backup.bundle.UnpackedBundle;
import ai.nominate.tenantmgr.backup.work.Work;
import ai.nominate.tenantmgr.database.TenantDatabases;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.tenant.TenantFiles;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups with a real database: taken, downloaded, opened, marked, purged, and taken by schedule. */
@QuarkusTest
class BackupTest {
    private static final String CANARY = "CANARY-5f1d7c";
    private static final String SCHEMA =
            "create table person (name text); insert into person values ('Ada'), ('Grace'), ('Eve');"
                    + "create table nothing (id int);";

    @TempDir
    Path temporary;

    @Inject
    TenantDatabases databases;

    @Inject
    TenantRegistry tenants;

    @Inject
    TenantFiles files;

    @Inject
    BackupKeyFile keys;

    @Inject
    Backups backups;

    @Inject
    Purging purging;

    @Inject
    DueBackups due;

    @Inject
    BackupInRun inRun;

    @Inject
    Home home;

    @Inject
    Clock clock;

    private final Api operator = Api.as(Role.OPERATOR);
    private TenantSnapshot tenant;
    private String path;

    @BeforeEach
    void a_tenant_with_data() throws IOException {
        String slug = "u" + UUID.randomUUID().toString().substring(0, 8);
        operator.post("/api/tenants", Map.of("name", slug, "slug", slug, "domain", slug + ".example"))
                .expect(201);
        path = "/api/tenants/" + slug;
        operator.put(
                        path + "/config",
                        Map.of(
                                "adminEmail",
                                "a@example.org",
                                "env",
                                Map.of("API_KEY", Map.of("value", CANARY, "secret", true))))
                .expect(200);
        tenant = Reactive.await(() -> Panache.withSession(() -> tenants.get(new TenantSlug(slug))));
        databases.create(tenant, Optional.of(SCHEMA), Duration.ofMinutes(1), Permit.ALWAYS);
        Path uploads = Files.createDirectories(files.storage(tenant.slug()).resolve("uploads"));
        Files.writeString(uploads.resolve("one.txt"), "one");
    }

    @AfterEach
    void drop() {
        databases.drop(tenant, Permit.ALWAYS);
    }

    @Test
    void a_backup_is_taken_downloaded_and_opened_and_shows_no_secret() throws Exception {
        Answer backup = taken();

        assertThat(backup.text("state")).as(backup.body()).isEqualTo("complete");
        assertThat(backup.text("reason")).isEqualTo("manual");
        assertThat(backup.at("rows").intValue()).isEqualTo(3);
        assertThat(backup.at("files").intValue()).isEqualTo(1);
        assertThat(backup.at("bytes").longValue()).isPositive();
        assertThat(operator.get(path + "/backups").expect(200).at("items/0/id").asText())
                .isEqualTo(backup.text("id"));
        Path downloaded = downloaded(backup.text("id"));
        assertThat(Files.readString(downloaded.resolve("manifest.json")))
                .contains("public.nothing", "\"public.person\" : 3")
                .doesNotContain(CANARY);
        UnpackedBundle unpacked = BundleReader.of(keys.keys())
                .open(
                        new DirectoryBundle(downloaded, Optional.of(UUID.fromString(backup.text("id")))),
                        temporary.resolve("open"));
        assertThat(unpacked.configuration().orElseThrow()).content().contains(CANARY, "a@example.org");
        assertThat(unpacked.files().orElseThrow().resolve("storage/uploads/one.txt")).hasContent("one");
        assertThat(unpacked.database().orElseThrow()).isNotEmptyFile();
        assertThat(home.backups().resolve(tenant.id().toString()))
                .as("nothing in clear is left")
                .isDirectoryNotContaining(file -> file.toString().endsWith(Work.UNFINISHED));
        assertThat(Api.admin().get("/api/audit?size=200").body()).doesNotContain(CANARY);
    }

    @Test
    void another_tenants_backup_is_as_unknown_as_one_that_nobody_has() {
        Answer backup = taken();
        String own = "o" + UUID.randomUUID().toString().substring(0, 8);
        operator.post("/api/tenants", Map.of("name", own, "slug", own, "domain", own + ".example"))
                .expect(201);
        String token = operator.post(
                        "/api/tokens", Map.of("name", "for " + own, "role", "operator", "tenants", List.of(own)))
                .expect(201)
                .text("token");
        Api limited = Api.anonymous().with("Authorization", "Bearer " + token);
        for (String id : List.of(backup.text("id"), UUID.randomUUID().toString(), "none")) {
            limited.get("/api/backups/" + id).refuses(404, "backup.unknown");
            limited.get("/api/backups/" + id + "/download").refuses(404, "backup.unknown");
            limited.send("DELETE", "/api/backups/" + id, null).refuses(404, "backup.unknown");
            limited.send("POST", "/api/backups/" + id + "/hold", null).refuses(404, "backup.unknown");
        }
        assertThat(limited.get("/api/backups/summary").expect(200).at("bytes").longValue())
                .isZero();
    }

    @Test
    void one_that_fails_leaves_the_earlier_ones_and_nothing_of_itself() {
        Answer first = taken();
        Api admin = Api.admin();
        Map<String, String> bucket = Map.of(
                "backup.s3Endpoint", "http://127.0.0.1:1", "backup.s3Bucket", "b", "backup.s3Key", "k",
                "backup.s3Secret", "s", "backup.storage", "s3");
        try {
            bucket.forEach((key, value) -> admin.put("/api/settings/" + key, Map.of("value", value)).expect(200));
            Answer second = taken();
            assertThat(second.text("state")).isEqualTo("failed");
            assertThat(second.text("error")).isNotBlank();
        } finally {
            bucket.keySet().forEach(key -> admin.put("/api/settings/" + key, "{\"value\":null}").expect(200));
        }
        assertThat(operator.get("/api/backups/" + first.text("id")).text("state")).isEqualTo("complete");
        downloads(first.text("id"), 200);
        assertThat(home.backups().resolve(tenant.id().toString()))
                .isDirectoryNotContaining(file -> file.toString().endsWith(Work.UNFINISHED));
    }

    @Test
    void a_deleted_one_can_be_kept_again_until_its_files_are_purged_and_a_held_one_cannot_be_deleted() {
        String backup = "/api/backups/" + taken().text("id");
        operator.send("POST", backup + "/hold", null).expect(200);
        operator.send("DELETE", backup, null).refuses(409, "backup.held");
        operator.send("POST", backup + "/release", null).expect(200);
        assertThat(operator.send("DELETE", backup, null).expect(200).at("expiresAt").isTextual())
                .isTrue();
        purging.purge(Permit.ALWAYS);
        assertThat(operator.send("POST", backup + "/keep", null).expect(200).at("expiresAt").isNull())
                .isTrue();
        operator.send("DELETE", backup, null).expect(200);
        change(backup, row -> row.purgeAt = clock.instant().minusSeconds(1));
        purging.purge(Permit.ALWAYS);
        assertThat(operator.get(backup).text("state")).isEqualTo("deleted");
        operator.get(backup + "/download").refuses(409, "backup.not-complete");
        assertThat(home.backups().resolve(tenant.id().toString())).isEmptyDirectory();
    }

    @Test
    void a_schedule_is_checked_shown_and_carried_out_once_for_each_time() {
        operator.put(path + "/backup-schedule", Map.of("at", "25:00", "zone", "+02:00", "days", List.of(8)))
                .refuses(400, "request.invalid");
        Answer schedule = operator.put(
                        path + "/backup-schedule", Map.of("at", "02:30", "zone", "Europe/Prague", "days", List.of(7)))
                .expect(200);
        assertThat(schedule.at("nextRun").isTextual()).isTrue();
        assertThat(schedule.at("retention/weekly").intValue()).isEqualTo(5);
        Reactive.transaction(() -> ScheduleRow.<ScheduleRow>findById(tenant.id())
                .invoke(row -> row.nextRun = clock.instant().minusSeconds(60)));
        due.queue(Permit.ALWAYS);
        due.queue(Permit.ALWAYS);
        eventually("the scheduled backup", Duration.ofMinutes(1), () -> operator.get(path + "/backups")
                .at("items/0/state")
                .asText()
                .equals("complete"));
        Answer all = operator.get(path + "/backups").expect(200);
        assertThat(all.at("total").intValue()).isEqualTo(1);
        assertThat(all.at("items/0/reason").asText()).isEqualTo("scheduled");
        Answer preview = operator.post(
                        path + "/backup-schedule/preview", Map.of("retention", keeping(1)))
                .expect(200);
        assertThat(preview.at("preview/0/kept").booleanValue()).isTrue();
        assertThat(operator.get(path + "/backup-schedule").at("retention/daily").intValue())
                .isEqualTo(7);
        operator.put(path + "/backup-schedule", Map.of("retention", keeping(0)))
                .refuses(400, "request.invalid");
    }

    @Test
    void a_run_that_takes_one_for_itself_takes_it_once_even_after_a_crash() {
        UUID run = UUID.randomUUID();
        var scope = new ai.nominate.tenantmgr.host.command.RunScope(run, 1, Permit.ALWAYS, (stream, line) -> {});
        BackupSnapshot first = inRun.take(tenant, BackupReason.BEFORE_DELETE, "test", scope, line -> {});
        BackupSnapshot again = inRun.take(tenant, BackupReason.BEFORE_DELETE, "test", scope, line -> {});
        assertThat(again.id()).isEqualTo(first.id());
        inRun.unpacked(first, bundle -> assertThat(bundle.database()).isPresent());
        databases.drop(tenant, Permit.ALWAYS);
        UUID other = UUID.randomUUID();
        change("/api/backups/" + first.id(), row -> {
            row.runId = other; // as if a manager had been killed while it took this one
            row.state = "running";
        });
        purging.settle(Permit.ALWAYS);
        assertThat(operator.get("/api/backups/" + first.id()).text("state")).isEqualTo("failed");
        assertThatThrownBy(() -> inRun.manifest(Reactive.await(() -> Panache.withSession(
                        () -> backups.find(first.id().toString(), ai.nominate.tenantmgr.kernel.Actor.MANAGER)))))
                .hasMessageContaining("failed");
    }

    private static Map<String, Integer> keeping(int last) {
        return Map.of("last", last, "daily", 0, "weekly", 0, "monthly", 0, "yearly", 0, "withinDays", 0);
    }

    private void change(String path, Consumer<BackupRow> change) {
        UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        Reactive.transaction(() -> backups.change(id, change));
    }

    private Answer taken() {
        Answer accepted = operator.send("POST", path + "/backups", null).expect(202);
        String run = "/api/runs/" + accepted.text("runId");
        eventually("the end of " + run, Duration.ofMinutes(1), () -> operator.get(run).at("finishedAt").isTextual());
        return operator.get("/api/backups/" + accepted.text("backupId")).expect(200);
    }

    private static HttpResponse<InputStream> downloads(String id, int status) {
        try {
            HttpResponse<InputStream> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(Api.uri("/api/backups/" + id + "/download"))
                                    .header("Authorization", Api.as(Role.OPERATOR).headers().get(1))
                                    .build(),
                            HttpResponse.BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(status);
            return answer;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path downloaded(String id) throws IOException {
        Path into = Files.createDirectory(temporary.resolve("downloaded"));
        try (TarArchiveInputStream tar = new TarArchiveInputStream(downloads(id, 200).body())) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                assertThat(entry.getName()).startsWith(id + "/");
                Files.copy(tar, into.resolve(Path.of(entry.getName()).getFileName().toString()));
            }
        }
        return into;
    }
}
