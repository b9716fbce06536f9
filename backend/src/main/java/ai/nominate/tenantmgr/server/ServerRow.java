package ai.nominate.tenantmgr.server;

import java.util.UUID;

/**
 * A server as other managers see it.
 *
 * @param owner the manager that holds its lease; null when no manager does
 * @param address where the owner is reached; null when no manager holds the lease
 */
record ServerRow(short id, String name, UUID owner, String address, UUID installation) {
    boolean isOwned() {
        return owner != null && address != null;
    }
}
