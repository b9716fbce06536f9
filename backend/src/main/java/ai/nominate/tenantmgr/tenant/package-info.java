/**
 * What a tenant is: its names, its state, its two slots. Decides which moves from state to state there are; carries out none
 * of the work behind them.
 */
package ai.nominate.tenantmgr.tenant;
