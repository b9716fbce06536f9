/**
 * What the services of a tenant print, and the requests to it that failed: read from the files of its server by the manager there,
 * masked, and shared by all who follow the same service. Stores nothing.
 */
package ai.nominate.tenantmgr.log.service;
