package ai.nominate.tenantmgr.host;

import ai.nominate.tenantmgr.host.command.DetachedLauncher;
import ai.nominate.tenantmgr.host.command.Isolation;
import ai.nominate.tenantmgr.host.command.LocalRunner;
import ai.nominate.tenantmgr.host.command.OrphanedCommands;
import ai.nominate.tenantmgr.host.command.Runner;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.postgres.PostgresTools;
import ai.nominate.tenantmgr.host.process.BaseEnvironment;
import ai.nominate.tenantmgr.host.process.Sockets;
import ai.nominate.tenantmgr.host.systemd.SystemdDriver;
import ai.nominate.tenantmgr.host.unit.DrivenSupervisor;
import ai.nominate.tenantmgr.host.unit.LogRotation;
import ai.nominate.tenantmgr.host.unit.PipedTasks;
import ai.nominate.tenantmgr.host.unit.ProcessSupervisor;
import ai.nominate.tenantmgr.host.unit.Supervisor;
import ai.nominate.tenantmgr.host.unit.UnitChanged;
import ai.nominate.tenantmgr.host.unit.UnitListener;
import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.kernel.PublicAddress;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Creates the components of this package, one instance each. */
class HostBeans {
    @Produces
    @Singleton
    Home home(HostProperties properties) {
        return new Home(properties.home());
    }

    @Produces
    @Singleton
    BaseEnvironment environment(Home home) {
        return BaseEnvironment.of(home);
    }

    @Produces
    @Singleton
    PublicAddress address(HostProperties properties) {
        return new PublicAddress(
                properties.publicScheme(),
                new PortNumber(properties.httpPort()),
                new PortNumber(properties.httpsPort()));
    }

    @Produces
    @Singleton
    DetachedLauncher launcher(BaseEnvironment environment) {
        return new DetachedLauncher(environment);
    }

    @Produces
    @Singleton
    Runner runner(BaseEnvironment environment) {
        return new LocalRunner(environment);
    }

    @Produces
    @Singleton
    PostgresTools postgresTools(Runner runner, Home home) {
        return new PostgresTools(runner, home);
    }

    @Produces
    @Singleton
    OrphanedCommands staleRuns(BaseEnvironment environment) {
        return new OrphanedCommands(environment);
    }

    @Produces
    @Singleton
    Sockets sockets() {
        return new Sockets();
    }

    /** Crashes and restarts of a unit become events, so that this package does not depend on their observers. */
    @Produces
    @Singleton
    Supervisor supervisor(
            Home home,
            HostProperties properties,
            BaseEnvironment environment,
            Runner runner,
            Event<UnitChanged> changes) {
        UnitListener listener = (status, sentence) -> changes.fire(new UnitChanged(status, sentence));
        Isolation isolation = Isolation.of(home, properties.shownDirectories().orElse(List.of()));
        ProcessSupervisor processes = new ProcessSupervisor(home, new LogRotation(runner), listener, isolation);
        return switch (properties.supervisor().orElseGet(() -> SupervisorKind.found(home))) {
            case PROCESS -> processes;
            case SYSTEMD ->
                new DrivenSupervisor(
                        home,
                        new SystemdDriver(
                                home, environment, runner, processes::run, SystemdDriver.ownUser(), List.of()),
                        listener);
        };
    }

    @Produces
    @Singleton
    PipedTasks pipedTasks(Supervisor supervisor, Runner runner, Home home) {
        return new PipedTasks(supervisor, runner, home);
    }

    /** Only stops supervision: the services keep running after the manager ends. */
    void close(@Disposes Supervisor supervisor) {
        supervisor.close();
    }
}
