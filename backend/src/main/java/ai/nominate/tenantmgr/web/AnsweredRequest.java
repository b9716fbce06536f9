package ai.nominate.tenantmgr.web;

/**
 * A request that was answered, without query and headers, because they can contain secrets.
 *
 * @param path on one line, limited in length
 * @param actor user or token; null if nobody was signed in
 */
public record AnsweredRequest(String method, String path, int status, int durationMs, String actor, String requestId) {}
