package ai.nominate.tenantmgr.nginx;

import java.util.List;

/** What became of a wish to have sites served. */
public sealed interface ApplyResult {
    /** NGINX was seen to serve them as a new generation. */
    record Changed(long generation, List<QuarantinedSite> setAside) implements ApplyResult {}

    /** NGINX serves them already. Nothing was written, nothing reloaded. */
    record Unchanged(long generation, List<QuarantinedSite> setAside) implements ApplyResult {}

    /**
     * NGINX serves what it served before.
     *
     * @param file where it stumbled; empty when the configuration was good but did not come into effect
     * @param line counted from 1; 0 when there is no file
     * @param reason for people, in NGINX's own words where there are any
     */
    record Refused(String file, int line, String reason) implements ApplyResult {}
}
