package ai.nominate.tenantmgr.release;

import ai.nominate.tenantmgr.kernel.TenantSource;
import java.util.Optional;

/**
 * A source at one commit, which does not move any more.
 *
 * @param ref what was asked for, when it had a name
 * @param commit the git commit, or the hash of a directory's content
 */
public record PinnedSource(TenantSource source, Optional<String> ref, String commit) {}
