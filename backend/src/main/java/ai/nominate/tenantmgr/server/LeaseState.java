package ai.nominate.tenantmgr.server;

import java.util.UUID;

/**
 * The lease of a server as stored in its row, evaluated with the database clock.
 *
 * @param owner the manager that holds it or held it last; null when it was given back
 * @param isValid whether the lease has not run out
 * @param installation the home that the owner works on; null when there never was one
 * @param homeLocked whether the owner held that home's lock when it wrote this
 */
record LeaseState(UUID owner, long epoch, boolean isValid, UUID installation, boolean homeLocked, String address) {}
