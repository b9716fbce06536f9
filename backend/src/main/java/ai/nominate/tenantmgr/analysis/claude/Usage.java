package ai.nominate.tenantmgr.analysis.claude;

/**
 * What an answer cost, in tokens as the provider counts them.
 *
 * @param inputTokens without those of the cache
 * @param cacheWriteTokens that the provider kept for later requests
 * @param cacheReadTokens that it had kept, at a lower price
 * @param requests that were sent, 0 if the answer was kept from an earlier analysis
 */
public record Usage(long inputTokens, long outputTokens, long cacheWriteTokens, long cacheReadTokens, int requests) {
    public static final Usage NONE = new Usage(0, 0, 0, 0, 0);

    Usage plus(Usage other) {
        return new Usage(
                inputTokens + other.inputTokens,
                outputTokens + other.outputTokens,
                cacheWriteTokens + other.cacheWriteTokens,
                cacheReadTokens + other.cacheReadTokens,
                requests + other.requests);
    }

    /** The sum of all tokens. Their prices differ. */
    public long totalTokens() {
        return inputTokens + outputTokens + cacheWriteTokens + cacheReadTokens;
    }
}
