/**
 * The orchestra: takes a tenant from one release to the next, step by step, so that a visitor never notices and a crash loses
 * nothing. Knows the order of things; each thing itself is done by the room it belongs to.
 */
package ai.nominate.tenantmgr.deployment;
