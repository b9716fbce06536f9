package ai.nominate.tenantmgr.analysis.claude;

import java.time.Duration;

/** Sends one request. */
@FunctionalInterface
interface Messages {
    /**
     * Blocks.
     *
     * @param limit of the whole exchange, to the last byte of the answer
     */
    Exchange send(Provider provider, MessageRequest request, Duration limit);
}
