/**
 * Long work that outlives a restart: a row in PostgreSQL, a heartbeat, and virtual threads to carry it out. Knows no
 * feature's work; a feature gives it a name and a hand.
 */
package ai.nominate.tenantmgr.job;
