/**
 * Puts tenants on the network: two static server blocks and generated maps, so that a thousand tenants cost no more than
 * one and none can break another. Knows hosts, ports, routes and certificates by name; refuses to know how a release is
 * built, started or judged healthy.
 */
package ai.nominate.tenantmgr.nginx;
