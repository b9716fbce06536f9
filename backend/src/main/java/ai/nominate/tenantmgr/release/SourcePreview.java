package ai.nominate.tenantmgr.release;

import ai.nominate.tenantmgr.host.command.LineSink;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.TenantSource;
import ai.nominate.tenantmgr.manifest.Manifest;
import ai.nominate.tenantmgr.manifest.ManifestReader;
import ai.nominate.tenantmgr.release.git.GitPreview;
import ai.nominate.tenantmgr.release.git.GitProblem;
import ai.nominate.tenantmgr.release.git.RepositoryLook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Looks at a source before there is a tenant for it. Keeps nothing. Blocks. */
@ApplicationScoped
public class SourcePreview {
    /** The same for an address that is not allowed, that nothing answers at, that takes too long, and that refuses access. */
    public static final String UNREACHABLE =
            "cannot be reached with this address and credential, or takes longer than 5 seconds";

    private static final Set<GitProblem> NEUTRAL = Set.of(
            GitProblem.UNREACHABLE, GitProblem.ACCESS_REFUSED, GitProblem.HOST_KEY_CHANGED, GitProblem.FETCH_FAILED);

    private final GitPreview git;
    private final Sources sources;

    SourcePreview(GitPreview git, Sources sources) {
        this.git = git;
        this.sources = sources;
    }

    /**
     * @param branches of a repository, by name; none of a directory
     * @param defaultBranch empty if there is none or it is not known
     * @param manifest empty if the repository was reached, but has too much for a look
     */
    public record Preview(List<String> branches, Optional<String> defaultBranch, Optional<Manifest> manifest) {}

    /**
     * @throws ProblemException what is wrong with the source: with {@link #UNREACHABLE} as its message when it cannot be reached
     */
    public Preview look(TenantSource source, Duration limit) {
        try {
            return switch (source) {
                case TenantSource.Git repository -> preview(repository, limit);
                case TenantSource.Outdated outdated -> throw Sources.outdated(outdated);
                case TenantSource.Directory directory ->
                    new Preview(List.of(), Optional.empty(), sources.localManifest(directory));
            };
        } catch (ProblemException e) {
            throw e.problem() instanceof GitProblem problem && NEUTRAL.contains(problem)
                    ? new ProblemException(GitProblem.UNREACHABLE, UNREACHABLE)
                    : e;
        }
    }

    private Preview preview(TenantSource.Git source, Duration limit) {
        RunScope scope = new RunScope(UUID.randomUUID(), 0, Permit.ALWAYS, LineSink.NONE);
        RepositoryLook look = git.look(source, ManifestReader.FILE_NAME, limit, scope);
        Optional<Manifest> manifest = look.wasRead()
                ? Optional.of(Sources.parse(look.text().orElseThrow(Sources::missing)))
                : Optional.empty();
        return new Preview(look.branches(), look.defaultBranch(), manifest);
    }
}
