package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.deployment.step.RunCommand;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import jakarta.inject.Singleton;

/** Runs a one-off command of the manifest. */
@Singleton
class CommandKind extends SideKind {
    static final String ID = "command";

    CommandKind(TenantRegistry tenants, RunCommand runCommand) {
        super(ID, "The command", tenants, runCommand);
    }
}
