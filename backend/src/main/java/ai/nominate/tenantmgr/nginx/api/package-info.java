/**
 * NGINX's configuration in the API: to read, to test, to reload. Asks the manager of the server, and decides nothing about sites.
 */
package ai.nominate.tenantmgr.nginx.api;
