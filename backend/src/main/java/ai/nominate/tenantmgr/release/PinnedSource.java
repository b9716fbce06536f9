package ai.nominate.tenantmgr.release;

import ai.nominate.tenantmgr.kernel.TenantSource;
import java.util.Optional;

/**
 * A source pinned to one commit.
 *
 * @param ref the requested ref, if any
 * @param commit the git commit, or the content hash of a directory
 * @param message the first line of the commit's message, if it has one
 */
public record PinnedSource(TenantSource source, Optional<String> ref, String commit, Optional<String> message) {}
