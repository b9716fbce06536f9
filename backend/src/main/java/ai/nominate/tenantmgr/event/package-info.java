/**
 * The outbox: what people and other managers want to hear of is a row, written in the transaction that made it true, and read
 * once per manager for all who follow. Knows no feature's topics; a feature registers its own.
 */
package ai.nominate.tenantmgr.event;
