/**
 * Configuration of tenants: the environment of their services, and its file formats for shell and systemd. Knows the
 * manifest's requirements; starts no process and writes no file.
 */
package ai.nominate.tenantmgr.config;
