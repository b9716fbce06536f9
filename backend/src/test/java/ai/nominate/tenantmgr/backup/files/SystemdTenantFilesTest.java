package ai.nominate.tenantmgr.backup.files;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.host.command.Runner;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.unit.DrivenSupervisor;
import ai.nominate.tenantmgr.host.unit.Supervisor;
import ai.nominate.tenantmgr.host.unit.SystemdHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The contract on a real systemd, with a user for each tenant. Runs on the throw-away server of {@code deploy/endurance/systemd}. */
@Tag("endurance")
class SystemdTenantFilesTest extends TenantFilesContract {
    private static SystemdHome server;
    private static Supervisor supervisor;

    @BeforeAll
    static void a_server() {
        server = new SystemdHome();
        supervisor = new DrivenSupervisor(SystemdHome.HOME, server.driver(), (status, sentence) -> {});
    }

    @AfterAll
    static void clean() {
        supervisor.close();
        server.clean();
    }

    @Test
    void the_files_are_those_of_a_user_that_is_not_the_managers() throws IOException {
        assertThat(Files.getOwner(storage())).isNotEqualTo(Files.getOwner(SystemdHome.HOME.root()));
    }

    @Override
    Home home() {
        return SystemdHome.HOME;
    }

    @Override
    Supervisor supervisor() {
        return supervisor;
    }

    @Override
    Runner runner() {
        return server.runner;
    }

    @Override
    Path storage() {
        return SystemdHome.state(ACME);
    }
}
