package ai.nominate.tenantmgr.health;

import ai.nominate.tenantmgr.health.probe.CheckKind;
import java.util.UUID;

/** One check: what is checked of which tenant. */
record CheckKey(UUID tenant, CheckKind kind) {}
