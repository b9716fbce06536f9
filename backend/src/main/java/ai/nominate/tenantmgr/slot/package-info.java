/**
 * One slot of a tenant: files, environment, services and their state. Does not decide when a slot is filled, started or
 * stopped; deployments and operators do.
 */
package ai.nominate.tenantmgr.slot;
