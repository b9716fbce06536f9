package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.deployment.step.RunCron;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import jakarta.inject.Singleton;

/** Runs a command of the manifest whose time has come. */
@Singleton
class CronKind extends SideKind {
    static final String ID = RunCron.KIND;

    CronKind(TenantRegistry tenants, RunCron runCron) {
        super(ID, "The scheduled command", tenants, runCron);
    }
}
