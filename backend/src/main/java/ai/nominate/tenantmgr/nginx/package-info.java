/**
 * Publishes tenants through NGINX: two static server blocks and generated maps, so that thousands of tenants cost
 * little more than one and cannot affect each other. Knows hosts, ports, routes and certificates by name; does not know
 * how a release is built, started or checked.
 */
package ai.nominate.tenantmgr.nginx;
