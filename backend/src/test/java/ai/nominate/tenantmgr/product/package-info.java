/**
 * Tests of the packaged product under faults: with its own PostgreSQL, its own NGINX and real processes. Uses external
 * interfaces only: the API, the sites, the machine.
 */
package ai.nominate.tenantmgr.product;
