package ai.nominate.tenantmgr.release.git;

import java.util.List;
import java.util.Optional;

/**
 * What a repository shows at a first look.
 *
 * @param branches by name, at most {@value GitPreview#MOST_BRANCHES}
 * @param defaultBranch empty if the server does not tell it
 * @param wasRead whether the files were looked at; not if there is too much of them for a first look
 * @param text the requested file at the requested ref; empty if there is none, or the files were not looked at
 */
public record RepositoryLook(
        List<String> branches, Optional<String> defaultBranch, boolean wasRead, Optional<String> text) {}
