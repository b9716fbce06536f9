package ai.nominate.tenantmgr.webhook.forge;

import ai.nominate.tenantmgr.kernel.DisplayText;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Set;

/** Reads deliveries whose sender is known. Texts are shortened and made printable, since lists and logs show them. */
public final class ForgeEvents {
    private static final Set<String> PUSHES = Set.of("push", "Push Hook", "Tag Push Hook");
    private static final String PING = "ping";
    private static final int LONGEST = 200;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static {
        JSON.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(50).build());
    }

    private ForgeEvents() {}

    public static ForgeEvent read(Delivery delivery) {
        if (delivery.event().equals(PING)) {
            return new ForgeEvent.Ping();
        }
        if (!PUSHES.contains(delivery.event())) {
            return new ForgeEvent.Other();
        }
        try {
            JsonNode body = JSON.readTree(delivery.json());
            String ref = text(body.path("ref"));
            return ref == null ? new ForgeEvent.Unreadable("The body names no ref") : push(body, ref);
        } catch (IOException e) {
            return new ForgeEvent.Unreadable("The body is not JSON");
        }
    }

    /** The three bodies differ in few names; a name of one forge means nothing else in the body of another. */
    private static ForgeEvent push(JsonNode body, String ref) {
        String after = text(body.path("after"));
        JsonNode head = head(body, after);
        return new ForgeEvent.Push(
                ref,
                body.path("deleted").asBoolean(false) || after != null && after.matches("0+"),
                commit(after),
                firstLine(text(head.path("message"))),
                first(
                        text(body.path("pusher").path("name")),
                        text(body.path("pusher").path("login")),
                        text(body.path("user_username"))),
                first(
                        text(body.path("repository").path("full_name")),
                        text(body.path("project").path("path_with_namespace"))),
                first(
                        text(body.path("repository").path("default_branch")),
                        text(body.path("project").path("default_branch"))));
    }

    /** GitLab has no field for the newest commit, only the list. */
    private static JsonNode head(JsonNode body, String after) {
        for (JsonNode commit : body.path("commits")) {
            if (!body.path("head_commit").isObject()
                    && commit.path("id").asText().equals(after)) {
                return commit;
            }
        }
        return body.path("head_commit");
    }

    private static String commit(String after) {
        return after != null && after.matches("[0-9a-f]{40}([0-9a-f]{24})?") && !after.matches("0+") ? after : null;
    }

    private static String firstLine(String message) {
        return message == null ? null : message.strip().split("\\R", 2)[0].strip();
    }

    private static String first(String... texts) {
        for (String text : texts) {
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /** Null if it is no text or empty. */
    private static String text(JsonNode node) {
        if (!node.isTextual() || node.textValue().isBlank()) {
            return null;
        }
        String whole = node.textValue();
        String head = whole.substring(0, Math.min(whole.length(), 10 * LONGEST));
        String line = DisplayText.shown(head.strip().split("\\R", 2)[0]).strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
