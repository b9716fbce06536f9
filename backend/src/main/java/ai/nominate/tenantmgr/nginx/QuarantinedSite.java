package ai.nominate.tenantmgr.nginx;

import ai.nominate.tenantmgr.kernel.TenantSlug;



/** A tenant whose entry was rejected. It keeps its previous entry if possible; other tenants are not affected. */
public record QuarantinedSite(TenantSlug slug, String reason) {}
