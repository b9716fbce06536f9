package ai.nominate.tenantmgr.config;

import java.util.UUID;

/** A new, committed version of a tenant's configuration. Fired where observers may block. */
public record ConfigChanged(UUID tenant) {}
