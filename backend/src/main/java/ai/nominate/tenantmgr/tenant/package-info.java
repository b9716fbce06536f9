/**
 * Tenants: names, state, and the two slots. Defines the state transitions; does none of the work behind them.
 */
package ai.nominate.tenantmgr.tenant;
