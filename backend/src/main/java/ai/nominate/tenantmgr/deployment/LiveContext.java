package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.host.command.LineSink;
import ai.nominate.tenantmgr.host.command.Permit;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.tenant.TenantStatus;
import io.smallrye.mutiny.Uni;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The context of an active run: its rows, its log and its permit. */
final class LiveContext implements DeployContext {
    private final UUID tenantId;
    private final TenantStatus statusBefore;
    private final RunRecord record;
    private final Permit permit;
    private final LogWriter log;
    private final TenantRegistry tenants;
    private final RunScope scope;
    private volatile String step;

    LiveContext(Deployment row, RunRecord record, Permit permit, LogWriter log, TenantRegistry tenants) {
        this.tenantId = row.tenantId;
        this.statusBefore = TenantStatus.of(row.tenantStatusBefore);
        this.record = record;
        this.permit = permit;
        this.log = log;
        this.tenants = tenants;
        this.scope = new RunScope(record.id(), record.epoch(), permit, this::quote);
    }

    void enter(String name) {
        step = name;
    }

    UUID tenantId() {
        return tenantId;
    }

    TenantRegistry tenants() {
        return tenants;
    }

    TenantStatus statusBefore() {
        return statusBefore;
    }

    @Override
    public UUID deployment() {
        return record.id();
    }

    @Override
    public TenantSnapshot tenant() {
        return Reactive.transaction(() -> tenants.get(tenantId));
    }

    @Override
    public Pinned pinned() {
        return DeploymentHistory.pinned(record.row());
    }

    @Override
    public Order order() {
        Deployment row = record.row();
        return new Order(
                Optional.ofNullable(row.ref), Optional.ofNullable(row.targetId), row.removeFiles, row.removeDatabase);
    }

    @Override
    public RunScope scope() {
        return scope;
    }

    @Override
    public Permit permit() {
        return permit;
    }

    @Override
    public void say(String sentence) {
        log.add(step, "info", "info", sentence);
    }

    @Override
    public void warn(String sentence) {
        log.add(step, "info", "warn", sentence);
    }

    @Override
    public void quote(LineSink.Stream stream, String line) {
        log.add(step, stream.name().toLowerCase(Locale.ROOT), "info", line);
    }

    @Override
    public void redact(Secret secret) {
        log.redact(secret);
    }

    @Override
    public void pin(Slot slot, String ref, String commit, int configVersion) {
        record.pin(slot, ref, commit, configVersion);
    }

    @Override
    public void pinRelease(String release) {
        record.release(release);
    }

    @Override
    public void change(Function<UUID, Uni<?>> work) {
        record.change(() -> work.apply(tenantId));
    }
}
