package ai.nominate.tenantmgr.nginx;

import ai.nominate.tenantmgr.kernel.TenantSlug;

/** A tenant whose entry was not taken. It keeps the one it had before, where that is possible, and nobody else notices. */
public record QuarantinedSite(TenantSlug slug, String reason) {}
