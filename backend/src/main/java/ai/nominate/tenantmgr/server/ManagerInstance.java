package ai.nominate.tenantmgr.server;

import java.time.Instant;
import java.util.UUID;

/**
 * One process of the manager, as it describes itself in the row of a server whose lease it holds.
 *
 * @param id new with every start
 * @param installation the home that it works on
 * @param address where other managers reach it
 * @param scheme http or https: how visitors reach the tenants
 */
record ManagerInstance(
        UUID id,
        UUID installation,
        String address,
        String scheme,
        int httpPort,
        int httpsPort,
        int webPort,
        Instant startedAt,
        String version) {}
