package ai.nominate.tenantmgr.host.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.host.command.FileView;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.host.process.Limits;
import ai.nominate.tenantmgr.host.process.Listener;
import ai.nominate.tenantmgr.host.unit.Unit;
import ai.nominate.tenantmgr.host.unit.UnitId;
import ai.nominate.tenantmgr.kernel.ServiceName;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written for systemd, and how its answers are read. */
class ProgramTest {
    private static final UnitId BACKEND = unitId("backend");

    @TempDir
    Path root;

    @Test
    void a_program_runs_the_launch_file_with_the_environment_that_it_may_not_read_itself() throws Exception {
        Path environment = root.resolve("a.env");
        Path launch = root.resolve("a.backend");
        SafeFiles.write(environment, "GREETING='it'\"'\"'s $HOME'\n", "rw-------");
        SafeFiles.write(
                launch,
                "#!/bin/sh\nset -ea\n. '" + environment + "'\nset +a\nexec printf '%s|' \"$GREETING\" \"$OWN\"\n",
                "rwx------");
        Unit unit = new Unit(
                BACKEND,
                launch,
                root,
                root.resolve("log"),
                new Limits(0, 0),
                Optional.of(FileView.nothing().reading(environment).reading(launch)));
        Path program = root.resolve("program");
        SafeFiles.write(program, Program.of(unit, Map.of("OWN", "a 'b'\nc"), "").text(), "rw-r--r--");
        SafeFiles.deleteTree(environment);

        assertThat(printed(program)).isEqualTo("it's $HOME|a 'b'\nc|");
    }

    @Test
    void a_check_that_fails_ends_the_program_before_anything_of_the_tenant_runs() throws Exception {
        Path launch = root.resolve("a.backend");
        SafeFiles.write(launch, "echo tenant\n", "rwx------");
        Home home = new Home(root);
        Path release = Files.createDirectories(home.releases().resolve("r1/uploads"));
        Path storage = Files.createDirectories(home.tenants().resolve("acme/storage"));
        Files.createSymbolicLink(storage.resolve("uploads"), release);
        FileView view = FileView.nothing().writing(storage).writing(storage.resolve("uploads"), release);
        InnerMounts inner = InnerMounts.of(home, BACKEND.slug(), Slot.A, view);
        Unit unit = new Unit(BACKEND, launch, root, root.resolve("log"), new Limits(0, 0), Optional.of(view));
        Path program = root.resolve("program");
        SafeFiles.write(program, Program.of(unit, Map.of(), inner.checks()).text(), "rw-r--r--");

        assertThat(printed(program)).isEmpty();
        assertThat(inner.mounts()).hasSize(1);
    }

    @Test
    void a_service_keeps_its_number_and_a_stopped_one_gives_it_away_last() {
        Home home = new Home(root);
        UnitPlaces places = new UnitPlaces(home);
        for (int service = 1; service <= 8; service++) {
            assertThat(places.assign(unitId("s" + service), unit -> true))
                    .isEqualTo("tenantmgr-service" + service + "-a@acme.service");
        }
        UnitPlaces next = new UnitPlaces(home);

        assertThat(next.unit(unitId("s3"))).contains("tenantmgr-service3-a@acme.service");
        assertThat(next.id("tenantmgr-service4-a@acme.service")).contains(unitId("s4"));
        assertThat(next.assign(unitId("worker"), unit -> !unit.contains("service5")))
                .isEqualTo("tenantmgr-service5-a@acme.service");
        assertThat(next.unit(unitId("s5"))).isEmpty();
    }

    @Test
    void how_a_unit_ended_is_told_as_a_shell_tells_it() {
        assertThat(UnitEnd.of(Map.of(
                        "ActiveState", "failed", "ExecMainCode", "1", "ExecMainStatus", "3", "ExecMainPID", "7")))
                .isEqualTo(new UnitEnd(false, true, 3, false, 7));
        assertThat(UnitEnd.of(Map.of(
                        "ActiveState", "failed", "ExecMainCode", "2", "ExecMainStatus", "9", "Result", "oom-kill")))
                .isEqualTo(new UnitEnd(false, true, 137, true, 0));
        assertThat(UnitEnd.of(Map.of("ActiveState", "active", "MainPID", "8", "ExecMainPID", "8"))
                        .active())
                .isTrue();
        assertThat(UnitEnd.of(Map.of())).isEqualTo(new UnitEnd(false, false, 0, false, 0));
    }

    @Test
    void a_socket_is_told_with_the_unit_that_made_it() {
        assertThat(UnitSockets.Row.of("LISTEN 0 5 127.0.0.1:8099 0.0.0.0:* ino:3 sk:2"
                        + " cgroup:/tenantmgr.slice/tenantmgr-service1-a@acme.service <-> cgroup:/"))
                .isEqualTo(new UnitSockets.Row("tenantmgr-service1-a@acme.service", new Listener(8099, false)));
        assertThat(UnitSockets.Row.of("LISTEN 0 128 [::]:22 [::]:*"))
                .isEqualTo(new UnitSockets.Row("", new Listener(22, true)));
    }

    private static String printed(Path program) throws IOException {
        Process process = new ProcessBuilder(List.of("/bin/sh", program.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new String(process.getInputStream().readAllBytes());
    }

    private static UnitId unitId(String service) {
        return new UnitId(new TenantSlug("acme"), Slot.A, ServiceName.of(service));
    }
}
