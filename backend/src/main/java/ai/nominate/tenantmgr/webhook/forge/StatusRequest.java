package ai.nominate.tenantmgr.webhook.forge;

import ai.nominate.tenantmgr.kernel.GitUrl;
import ai.nominate.tenantmgr.kernel.NetworkHost;
import ai.nominate.tenantmgr.kernel.Secret;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The request that gives a commit a status, in the form of each forge.
 *
 * @param host the repository's own, or for github.com the host of its API
 * @param headers with the access token
 */
public record StatusRequest(NetworkHost host, int port, String target, Map<String, String> headers, JsonObject body) {
    /** The longest description that all three forges take. */
    public static final int LONGEST_DESCRIPTION = 140;

    private static final NetworkHost GITHUB = new NetworkHost("github.com");
    private static final NetworkHost API_OF_GITHUB = new NetworkHost("api.github.com");

    /**
     * A status.
     *
     * @param state {@code pending}, {@code success} or {@code failure}
     * @param context the name under which it is listed; one with the same name is replaced
     * @param page the address to which it links; null for none
     */
    public record Status(String state, String description, String context, String page) {}

    public static StatusRequest of(Forge forge, GitUrl repository, String commit, Status status, Secret token) {
        String path = repository.path().replaceAll("/+$", "").replaceAll("\\.git$", "");
        return switch (forge) {
            case GITHUB -> {
                boolean isPublic = repository.host().equals(GITHUB);
                yield new StatusRequest(
                        isPublic ? API_OF_GITHUB : repository.host(),
                        isPublic ? 443 : repository.port(),
                        (isPublic ? "" : "/api/v3") + "/repos" + path + "/statuses/" + commit,
                        headers("Authorization", "Bearer " + token.reveal(), "application/vnd.github+json"),
                        body(status, "context", status.state()));
            }
            case GITEA ->
                new StatusRequest(
                        repository.host(),
                        repository.port(),
                        "/api/v1/repos" + path + "/statuses/" + commit,
                        headers("Authorization", "token " + token.reveal(), "application/json"),
                        body(status, "context", status.state()));
            case GITLAB ->
                new StatusRequest(
                        repository.host(),
                        repository.port(),
                        "/api/v4/projects/" + URLEncoder.encode(path.substring(1), StandardCharsets.UTF_8)
                                + "/statuses/" + commit,
                        headers("PRIVATE-TOKEN", token.reveal(), "application/json"),
                        body(status, "name", status.state().equals("failure") ? "failed" : status.state()));
        };
    }

    private static Map<String, String> headers(String name, String token, String accept) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(name, token);
        headers.put("Accept", accept);
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", "tenant-manager");
        return headers;
    }

    private static JsonObject body(Status status, String contextField, String state) {
        JsonObject body = new JsonObject()
                .put("state", state)
                .put("description", status.description())
                .put(contextField, status.context());
        return status.page() == null ? body : body.put("target_url", status.page());
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "POST " + host + ":" + port + target;
    }
}
