package ai.nominate.tenantmgr.remote;

import java.util.List;

/**
 * What the manager of a tenant's server tells of an answer; secrets are masked.
 *
 * @param value the JSON of statistics, or the number of persons; null for acts
 * @param output lines of what an act printed
 * @param isCut whether more came than was kept
 */
record Told(
        int status, String contentType, long bytes, long tookMs, String value, List<String> output, boolean isCut) {}
