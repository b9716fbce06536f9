package ai.nominate.tenantmgr.nginx;

import java.util.Optional;

/** The result of starting NGINX. */
public sealed interface NginxStart {
    /** @param reloaded whether it served an older generation and was reloaded */
    record Adopted(long pid, boolean reloaded) implements NginxStart {}

    record Started(long pid) implements NginxStart {}

    /** @param reason for users: the port in use, or NGINX's message */
    record Refused(String reason) implements NginxStart {}

    /** Why it does not run; empty if it does. */
    static Optional<String> reason(NginxStart start) {
        return start instanceof Refused refused ? Optional.of(refused.reason()) : Optional.empty();
    }
}
