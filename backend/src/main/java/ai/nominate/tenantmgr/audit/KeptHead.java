package ai.nominate.tenantmgr.audit;

import java.util.Optional;

/**
 * The newest head that this manager has seen, kept outside the database: without it, the last entries could be removed together
 * with their seals. Blocks.
 */
public interface KeptHead {
    /** Empty before the first one was kept. */
    Optional<ChainHead> read();

    void keep(ChainHead head);
}
