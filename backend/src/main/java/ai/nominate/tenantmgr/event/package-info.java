/**
 * The outbox: changes are announced as rows, written in the transaction of the change and read once per manager for all
 * followers. Knows no feature's topics; a feature registers its own.
 */
package ai.nominate.tenantmgr.event;
