/**
 * Durable jobs: a row in PostgreSQL, a heartbeat, and virtual threads that execute them. Knows no feature; features
 * register jobs by name.
 */
package ai.nominate.tenantmgr.job;
