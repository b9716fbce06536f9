/**
 * A tenant's services: where their files lie, starting, stopping and looking at them. Does not decide when; that is the
 * deployment's, or an operator's.
 */
package ai.nominate.tenantmgr.control;
