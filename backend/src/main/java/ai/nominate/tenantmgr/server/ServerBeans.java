package ai.nominate.tenantmgr.server;

import ai.nominate.tenantmgr.host.HostProperties;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.kernel.PublicAddress;
import ai.nominate.tenantmgr.kernel.StartupPhase;
import ai.nominate.tenantmgr.kernel.Uuid7;
import ai.nominate.tenantmgr.settings.SecretBox;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the one lease of this process, and keeps it from the start to the end. */
class ServerBeans {
    @Produces
    @Singleton
    ManagerInstance manager(
            ServerProperties properties,
            HostProperties host,
            PublicAddress address,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        return new ManagerInstance(
                Uuid7.next(),
                properties.installation(),
                properties.internalAddress().orElse("http://127.0.0.1:" + host.apiPort()),
                address.scheme().id(),
                address.http().value(),
                address.https().value(),
                host.webPort(),
                clock.instant(),
                version);
    }

    @Produces
    @Singleton
    ServerLease lease(AgroalDataSource database, ThisServer server, ManagerInstance manager, Home home) {
        return new ServerLease(
                new SqlLeaseRows(database, server.id(), manager),
                new HomeLockClaim(home),
                manager.installation(),
                System::nanoTime);
    }

    @Produces
    @Singleton
    RequestSignature signature(SecretBox secrets, ManagerInstance manager, Clock clock) {
        return new RequestSignature(secrets, manager.id(), clock);
    }

    @Produces
    @Singleton
    LeaseKeeper keeper(ThisServer server, ServerLease lease, @All List<ServerDuty> duties) {
        return new LeaseKeeper(server.name(), lease, new Duties(duties));
    }

    void onStart(@Observes @Priority(StartupPhase.LEASE) StartupEvent start, LeaseKeeper keeper) {
        keeper.start();
    }

    void onStop(@Observes ShutdownEvent stop, LeaseKeeper keeper) {
        keeper.stop();
    }
}
