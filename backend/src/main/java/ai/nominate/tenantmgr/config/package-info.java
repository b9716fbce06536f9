/**
 * A tenant's configuration: the environment of its services, and the texts that carry it to a shell and to systemd.
 * Knows what a manifest asks for; starts nothing and writes no file.
 */
package ai.nominate.tenantmgr.config;
