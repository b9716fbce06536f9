package ai.nominate.tenantmgr.backup.files;

import ai.nominate.tenantmgr.host.command.LocalRunner;
import ai.nominate.tenantmgr.host.command.Runner;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.process.BaseEnvironment;
import ai.nominate.tenantmgr.host.unit.LogRotation;
import ai.nominate.tenantmgr.host.unit.ProcessSupervisor;
import ai.nominate.tenantmgr.host.unit.Supervisor;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract by the driver of a laptop. */
class TenantFilesTest extends TenantFilesContract {
    @TempDir
    static Path directory;

    private static Home home;
    private static Supervisor supervisor;
    private static Runner runner;

    @BeforeAll
    static void a_machine() {
        home = new Home(directory.resolve("home"));
        runner = new LocalRunner(BaseEnvironment.of(home));
        supervisor = new ProcessSupervisor(home, new LogRotation(runner), (status, sentence) -> {});
    }

    @AfterAll
    static void close() {
        supervisor.close();
    }

    @Override
    Home home() {
        return home;
    }

    @Override
    Supervisor supervisor() {
        return supervisor;
    }

    @Override
    Runner runner() {
        return runner;
    }

    @Override
    Path storage() {
        return home.tenants().resolve("acme/storage");
    }
}
