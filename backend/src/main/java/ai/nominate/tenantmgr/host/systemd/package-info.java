/**
 * Units and tasks as units of systemd, for servers: their users, namespaces, control groups and journal. Asks systemd as an
 * unprivileged user, by the unit files and the polkit rule of {@code deploy/systemd}.
 */
package ai.nominate.tenantmgr.host.systemd;
