package ai.nominate.tenantmgr.alert;

import ai.nominate.tenantmgr.alert.channel.Address;
import ai.nominate.tenantmgr.alert.channel.ChannelKind;
import ai.nominate.tenantmgr.alert.channel.HookUrl;
import ai.nominate.tenantmgr.settings.SecretBox;
import java.util.List;
import java.util.UUID;

/** Where a stored channel leads. */
final class ChannelAddress {
    private ChannelAddress() {}

    /** @throws ai.nominate.tenantmgr.kernel.ProblemException if its secret cannot be read */
    static Address of(UUID id, String kind, String target, String secret, SecretBox secrets) {
        return switch (ChannelKind.of(kind)) {
            case EMAIL -> new Address.Email(List.of(target.split(",")));
            case WEBHOOK -> new Address.Webhook(HookUrl.of(target), secrets.open(secret, place(id)));
            case SLACK -> new Address.Slack(secrets.open(secret, place(id)));
        };
    }

    /** The location of the secret; part of its encryption. */
    static String place(UUID id) {
        return "alert_channel/" + id + "/secret";
    }
}
