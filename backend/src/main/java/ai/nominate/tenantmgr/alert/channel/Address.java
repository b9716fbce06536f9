package ai.nominate.tenantmgr.alert.channel;

import ai.nominate.tenantmgr.kernel.Secret;
import java.util.List;

/** Where a message goes, and with what secret. */
public sealed interface Address {
    /** @param to at least one address */
    record Email(List<String> to) implements Address {}

    /** @param secret signs the body */
    record Webhook(HookUrl url, Secret secret) implements Address {}

    /** @param url a secret as a whole: everybody who knows it may write */
    record Slack(Secret url) implements Address {}
}
