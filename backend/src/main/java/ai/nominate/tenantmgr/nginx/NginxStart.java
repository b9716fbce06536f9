package ai.nominate.tenantmgr.nginx;

/** How NGINX came to run, or why it does not. */
public sealed interface NginxStart {
    /** @param reloaded whether it served an older generation than the current one, and was told so */
    record Adopted(long pid, boolean reloaded) implements NginxStart {}

    record Started(long pid) implements NginxStart {}

    /** @param reason for people: which port is held by another process, or what NGINX said */
    record Refused(String reason) implements NginxStart {}
}
