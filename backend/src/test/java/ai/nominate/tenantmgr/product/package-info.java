/**
 * What must be seen when things go wrong, on the product as it is packaged: its own PostgreSQL, its own NGINX, real
 * processes. Asks from outside only: the API, the sites, the machine.
 */
package ai.nominate.tenantmgr.product;
