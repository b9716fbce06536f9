package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.config.Configs;
import ai.nominate.tenantmgr.config.PinnedConfig;
import ai.nominate.tenantmgr.config.RequiredConfiguration;
import ai.nominate.tenantmgr.host.file.DiskSpace;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TenantSource;
import ai.nominate.tenantmgr.manifest.Manifest;
import ai.nominate.tenantmgr.release.PinnedSource;
import ai.nominate.tenantmgr.release.ReleaseSettings;
import ai.nominate.tenantmgr.release.Sources;
import ai.nominate.tenantmgr.run.engine.NamedStep;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.settings.Settings;
import ai.nominate.tenantmgr.slot.SlotPorts;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import io.quarkus.hibernate.reactive.panache.Panache;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Checks the prerequisites before anything is changed, and pins the inputs of the rest of the run. */
@Singleton
public class Preflight extends NamedStep<DeploymentContext> {
    private static final long NEEDED_BYTES = 256L << 20;

    private final CoreSource core;
    private final Sources sources;
    private final Configs configs;
    private final Settings settings;
    private final SlotPorts ports;
    private final SlotConnections connections;
    private final Home home;

    Preflight(
            CoreSource core,
            Sources sources,
            Configs configs,
            Settings settings,
            SlotPorts ports,
            SlotConnections connections,
            Home home) {
        super("preflight", "Preflight", 300);
        this.core = core;
        this.sources = sources;
        this.configs = configs;
        this.settings = settings;
        this.ports = ports;
        this.connections = connections;
        this.home = home;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        TenantSnapshot tenant = context.tenant();
        TenantSource source = Reactive.await(() -> Panache.withSession(() -> core.of(tenant)));
        context.say("Source: " + TenantSource.kind(source) + " " + TenantSource.location(source));
        Duration limit = Reactive.await(() -> settings.get(ReleaseSettings.BUILD_TIMEOUT));
        PinnedSource pinned = sources.pin(source, context.order().ref(), limit, context.scope());
        Manifest manifest = sources.manifest(pinned, context.scope());
        PinnedConfig config = context.transaction(
                () -> configs.pin(tenant.id(), manifest.env().generated(), Actor.MANAGER));
        RequiredConfiguration.require(manifest, config);
        CommandCheck.require(manifest, config);
        connections.require(manifest);
        Slot slot = tenant.live().map(Slot::other).orElse(Slot.A);
        context.change(id -> ports.lease(id, manifest));
        Optional<String> held = ports.held(context.tenant(), slot, manifest, context.permit());
        if (held.isPresent()) {
            return new StepResult.Failed(DeploymentProblem.PORT_HELD, held.get());
        }
        Optional<String> shortage = new DiskSpace(home.root()).shortage(NEEDED_BYTES);
        if (shortage.isPresent()) {
            return new StepResult.Failed(DeploymentProblem.DISK_FULL, shortage.get());
        }
        context.pin(
                slot,
                pinned.ref().orElse(null),
                pinned.commit(),
                pinned.message().orElse(null),
                config.version());
        return new StepResult.Done("Deploying " + manifest.name() + " at " + shortened(pinned.commit()) + " into slot "
                + slot + ", configuration version " + config.version());
    }

    private static String shortened(String commit) {
        return commit.substring(0, Math.min(12, commit.length()));
    }
}
