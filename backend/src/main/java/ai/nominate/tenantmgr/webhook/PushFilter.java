package ai.nominate.tenantmgr.webhook;

import ai.nominate.tenantmgr.kernel.GitRef;
import ai.nominate.tenantmgr.kernel.GitUrl;
import ai.nominate.tenantmgr.kernel.TenantSource;
import ai.nominate.tenantmgr.webhook.forge.ForgeEvent.Push;
import java.util.Locale;
import java.util.Optional;

/** Decides whether a push concerns a tenant: it must be to the branch that the tenant's source names. */
final class PushFilter {
    private PushFilter() {}

    /** The reason why the push is ignored, a sentence; empty if it is to be deployed. A directory has no branches. */
    static Optional<String> ignored(Push push, TenantSource source) {
        if (push.branch() == null) {
            return Optional.of(push.ref() + " is no branch; only pushes to a branch are deployed");
        }
        if (push.isDeletion()) {
            return Optional.of("The branch " + push.branch() + " was deleted");
        }
        return switch (source) {
            case TenantSource.Directory directory -> Optional.empty();
            case TenantSource.Outdated outdated -> Optional.of("The source of the tenant " + outdated.reason());
            case TenantSource.Git git -> ofRepository(push, git);
        };
    }

    private static Optional<String> ofRepository(Push push, TenantSource.Git source) {
        if (push.repository() != null && !isOf(push.repository(), source.url())) {
            return Optional.of("The push is to the repository " + push.repository() + ", the source of the tenant is "
                    + name(source.url()));
        }
        GitRef ref = source.ref();
        if (ref != null && ref.isCommit()) {
            return Optional.of("The source of the tenant is the commit " + ref + ", not a branch");
        }
        String followed = ref == null ? push.defaultBranch() : ref.value();
        return followed == null || followed.equals(push.branch())
                ? Optional.empty()
                : Optional.of("The push is to " + push.branch() + ", the tenant follows " + followed
                        + (ref == null ? ", the default branch" : ""));
    }

    /** A forge below a path of its host has that path before the repository's name. */
    private static boolean isOf(String repository, GitUrl url) {
        return ("/" + name(url)).endsWith("/" + repository.toLowerCase(Locale.ROOT));
    }

    private static String name(GitUrl url) {
        return url.path().replaceAll("^/+|/+$", "").replaceAll("\\.git$", "").toLowerCase(Locale.ROOT);
    }
}
