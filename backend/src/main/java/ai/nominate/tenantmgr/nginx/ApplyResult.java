package ai.nominate.tenantmgr.nginx;

import java.util.List;

/** The result of applying sites to NGINX. */
public sealed interface ApplyResult {
    /** A probe confirmed the new generation. */
    record Changed(long generation, List<QuarantinedSite> setAside) implements ApplyResult {}

    /** NGINX already serves these sites. Nothing was written or reloaded. */
    record Unchanged(long generation, List<QuarantinedSite> setAside) implements ApplyResult {}

    /**
     * NGINX still serves the previous generation.
     *
     * @param file the file with the error; empty if the configuration was valid but did not take effect
     * @param line counted from 1; 0 if there is no file
     * @param reason for users, NGINX's own message if there is one
     */
    record Refused(String file, int line, String reason) implements ApplyResult {}
}
