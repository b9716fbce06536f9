package ai.nominate.tenantmgr.nginx;

import java.time.Instant;

/**
 * A request of a visitor that was answered with a status from 500 on.
 *
 * @param path without its query
 * @param slot null if no slot was live
 * @param service null if no service was asked
 */
public record FailedRequest(
        Instant at,
        String method,
        String host,
        String path,
        int status,
        int durationMs,
        String slot,
        String service,
        String requestId) {}
