package ai.nominate.tenantmgr.release.git;

import java.util.List;
import java.util.Locale;

/**
 * Why a fetch failed, by what git said. git's own words are not shown: they would tell what another server inside the
 * network answered.
 */
enum FetchFailure {
    /** The server cannot leave out the history. */
    NOT_SHALLOW("does not support shallow", "shallow clients", "support shallow"),
    /** The server gives out the tips of branches and tags only. */
    NOT_BY_COMMIT("not our ref", "unadvertised object"),
    NO_SUCH_REF("couldn't find remote ref", "could not find remote ref", "no such ref"),
    HOST_KEY("host key verification failed", "remote host identification has changed", "no matching host key"),
    ACCESS(
            "authentication failed",
            "could not read username",
            "could not read password",
            "permission denied",
            "access denied",
            "returned error: 401",
            "returned error: 403",
            "repository not found",
            "does not appear to be a git repository",
            "' not found",
            "no such repository"),
    /** Anything else: one answer for all. */
    UNREACHABLE;

    private final List<String> words;

    FetchFailure(String... words) {
        this.words = List.of(words);
    }

    static FetchFailure of(List<String> lines) {
        String all = String.join("\n", lines).toLowerCase(Locale.ROOT);
        for (FetchFailure failure : values()) {
            if (failure.words.stream().anyMatch(all::contains)) {
                return failure;
            }
        }
        return UNREACHABLE;
    }
}
