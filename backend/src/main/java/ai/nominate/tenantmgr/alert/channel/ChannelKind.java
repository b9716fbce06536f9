package ai.nominate.tenantmgr.alert.channel;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import java.util.Locale;

/** How a channel sends. The names are those of the API and of the table. */
public enum ChannelKind {
    EMAIL,
    WEBHOOK,
    /** What takes Slack's incoming webhooks: Slack, Mattermost, Rocket.Chat and others. */
    SLACK;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws InvalidValue if the text is none */
    public static ChannelKind of(String id) {
        return switch (id) {
            case "email" -> EMAIL;
            case "webhook" -> WEBHOOK;
            case "slack" -> SLACK;
            default -> throw new InvalidValue("must be email, webhook or slack");
        };
    }
}
