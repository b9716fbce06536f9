package ai.nominate.tenantmgr.host;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the machine's tools, each once. */
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
    Launcher launcher(BaseEnvironment environment) {
        return new Launcher(environment);
    }

    @Produces
    @Singleton
    Runner runner(BaseEnvironment environment) {
        return new LocalRunner(environment);
    }

    @Produces
    @Singleton
    StaleRuns staleRuns(BaseEnvironment environment) {
        return new StaleRuns(environment);
    }

    @Produces
    @Singleton
    Sockets sockets() {
        return new Sockets();
    }

    /** What a unit does by itself becomes an event, so that this room need not know who cares. */
    @Produces
    @Singleton
    ProcessSupervisor supervisor(Home home, Runner runner, Event<UnitChanged> changes) {
        return new ProcessSupervisor(
                home, new LogRotation(runner), (status, sentence) -> changes.fire(new UnitChanged(status, sentence)));
    }

    /** Only stops watching: a manager that ends leaves the services running. */
    void close(@Disposes ProcessSupervisor supervisor) {
        supervisor.close();
    }
}
