/**
 * What one slot of a tenant holds and runs: its files, its environment, its services and their state. Does not decide when a slot
 * is filled, started or stopped; deployments and operators do.
 */
package ai.nominate.tenantmgr.slot;
