package ai.nominate.tenantmgr.webhook.forge;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.NetworkHost;
import java.util.Arrays;
import java.util.Locale;

/** A server of git repositories that tells others of pushes. */
public enum Forge {
    GITHUB("X-GitHub-Event", "X-Hub-Signature-256", "sha256="),
    /** Also Forgejo, which sends the same headers. */
    GITEA("X-Gitea-Event", "X-Gitea-Signature", ""),
    /** Does not sign: it sends the secret itself. */
    GITLAB("X-Gitlab-Event", "X-Gitlab-Token", "");

    private final String eventHeader;
    private final String proofHeader;
    private final String proofPrefix;

    Forge(String eventHeader, String proofHeader, String proofPrefix) {
        this.eventHeader = eventHeader;
        this.proofHeader = proofHeader;
        this.proofPrefix = proofPrefix;
    }

    /** As in addresses and rows: {@code github}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The header with the kind of the event. */
    String eventHeader() {
        return eventHeader;
    }

    /** The header that proves that the sender knows the secret; a request without it is never valid. */
    String proofHeader() {
        return proofHeader;
    }

    String proofPrefix() {
        return proofPrefix;
    }

    /** The forge that a host's name suggests. */
    public static Forge guess(NetworkHost host) {
        return host.value().contains("github") ? GITHUB : host.value().contains("gitlab") ? GITLAB : GITEA;
    }

    /** @throws InvalidValue if it is no such forge */
    public static Forge of(String id) {
        return Arrays.stream(values())
                .filter(forge -> forge.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("must be github, gitlab or gitea"));
    }
}
