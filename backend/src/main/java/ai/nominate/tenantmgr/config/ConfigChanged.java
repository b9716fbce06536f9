package ai.nominate.tenantmgr.config;

import java.util.UUID;

/** A tenant has a new version of its configuration, committed. Fired where it may be waited for what comes of it. */
public record ConfigChanged(UUID tenant) {}
