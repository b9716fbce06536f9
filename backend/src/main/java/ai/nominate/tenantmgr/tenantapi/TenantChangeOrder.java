package ai.nominate.tenantmgr.tenantapi;

import ai.nominate.tenantmgr.kernel.Actor;

/**
 * A change of a tenant on its way to the manager of its server.
 *
 * @param ifMatch the request's header; null when there was none
 */
record TenantChangeOrder(String tenant, TenantChangeRequest request, String ifMatch, Actor actor) {}
