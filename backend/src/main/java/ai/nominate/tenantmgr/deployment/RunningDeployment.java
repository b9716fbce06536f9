package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.run.engine.RunContext;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.tenant.TenantStatus;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The context of one claim of a deployment. Blocks. */
final class RunningDeployment implements DeploymentContext {
    private final RunContext engine;
    private final TenantRegistry tenants;
    private final TenantStatus statusBefore;
    private final Order order;
    private final BiFunction<TenantSnapshot, Order, TenantSnapshot> intended;
    private Pinned pinned;
    private TenantSnapshot tenant;

    RunningDeployment(
            RunContext engine, TenantRegistry tenants, BiFunction<TenantSnapshot, Order, TenantSnapshot> intended) {
        this.intended = intended;
        this.engine = engine;
        this.tenants = tenants;
        Deployment row = row(engine.run());
        this.statusBefore = TenantStatus.of(row.tenantStatusBefore);
        this.order = row.order();
        this.pinned = row.pinned();
    }

    private static Deployment row(UUID id) {
        return Reactive.transaction(() -> Deployment.<Deployment>findById(id));
    }

    @Override
    public RunContext engine() {
        return engine;
    }

    @Override
    public void enter(String step) {
        tenant = null;
        engine.enter(step);
    }

    @Override
    public TenantSnapshot tenant() {
        if (tenant == null) {
            tenant = Reactive.transaction(() -> tenants.get(subject().id()));
        }
        return tenant;
    }

    @Override
    public TenantSnapshot intended() {
        return intended.apply(tenant(), order);
    }

    @Override
    public TenantStatus statusBefore() {
        return statusBefore;
    }

    @Override
    public Order order() {
        return order;
    }

    @Override
    public Pinned pinned() {
        return pinned;
    }

    @Override
    public Pinned target() {
        return row(order.target().orElseThrow()).pinned();
    }

    @Override
    public void pin(Slot slot, String ref, String commit, String message, int configVersion) {
        transaction(() -> Deployment.update(
                "slot = ?1, ref = ?2, commitId = ?3, message = ?4, configVersion = ?5 where id = ?6",
                slot.id(),
                ref,
                commit,
                message,
                configVersion,
                run()));
        pinned = new Pinned(slot, ref, commit, message, configVersion, pinned.release(), pinned.themeVersion());
    }

    @Override
    public void pinRelease(String release) {
        transaction(() -> Deployment.update("releaseId = ?1 where id = ?2", release, run()));
        pinned = pinned.withRelease(release);
    }

    @Override
    public void pinTheme(int version) {
        transaction(() -> Deployment.update("themeVersion = ?1 where id = ?2", version, run()));
        pinned = pinned.withTheme(version);
    }

    @Override
    public void change(Function<UUID, Uni<?>> work) {
        transaction(() -> work.apply(subject().id()).replaceWithVoid());
        tenant = null;
    }
}
