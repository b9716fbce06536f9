package ai.nominate.tenantmgr.release;

import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.file.ForeignText;
import ai.nominate.tenantmgr.kernel.FieldError;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.TenantSource;
import ai.nominate.tenantmgr.manifest.Manifest;
import ai.nominate.tenantmgr.manifest.ManifestReader;
import ai.nominate.tenantmgr.manifest.ManifestResult;
import ai.nominate.tenantmgr.release.git.GitRepositories;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What a source holds now: its commit, and the manifest at it. Blocks its virtual thread during a fetch. Problems of a source or
 * manifest are thrown as {@link ProblemException} with a {@link ReleaseProblem}.
 */
@ApplicationScoped
public class Sources {
    private final GitRepositories repositories;

    Sources(GitRepositories repositories) {
        this.repositories = repositories;
    }

    /** Pins the current state of the source: a branch becomes a commit, a directory its content hash. */
    public PinnedSource pin(TenantSource source, Optional<String> ref, Duration limit, RunScope scope) {
        return switch (source) {
            case TenantSource.Git git -> {
                Optional<String> wanted = ref.or(() -> Optional.ofNullable(TenantSource.ref(source)));
                String commit = repositories.fetch(git, wanted, limit, scope);
                yield new PinnedSource(source, wanted, commit, repositories.message(git, commit, scope));
            }
            case TenantSource.Outdated outdated -> throw outdated(outdated);
            case TenantSource.Directory directory ->
                new PinnedSource(source, ref, SourceTree.hash(directory.path()), Optional.empty());
        };
    }

    /** The manifest at the pinned commit. */
    public Manifest manifest(PinnedSource pinned, RunScope scope) {
        String yaml = switch (pinned.source()) {
            case TenantSource.Git git ->
                repositories
                        .file(git, pinned.commit(), ManifestReader.FILE_NAME, scope)
                        .orElseThrow(Sources::missing);
            case TenantSource.Outdated outdated -> throw outdated(outdated);
            case TenantSource.Directory directory -> read(directory.path());
        };
        return parse(yaml);
    }

    /** The current manifest of a directory; empty for a repository, which would have to be fetched first. */
    public Optional<Manifest> localManifest(TenantSource source) {
        return switch (source) {
            case TenantSource.Git git -> Optional.empty();
            case TenantSource.Outdated outdated -> throw outdated(outdated);
            case TenantSource.Directory directory -> Optional.of(parse(read(directory.path())));
        };
    }

    private static String read(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new ProblemException(ReleaseProblem.SOURCE_MISSING, "Directory not found: " + directory);
        }
        if (!Files.exists(directory.resolve(ManifestReader.FILE_NAME), LinkOption.NOFOLLOW_LINKS)) {
            throw missing();
        }
        try {
            return ForeignText.read(directory, ManifestReader.FILE_NAME, ManifestReader.LARGEST);
        } catch (ForeignText.Unreadable e) {
            throw new ProblemException(ReleaseProblem.MANIFEST_BROKEN, "tenant-app.yaml " + e.getMessage());
        }
    }

    static Manifest parse(String yaml) {
        return switch (ManifestReader.read(yaml)) {
            case ManifestResult.Valid good -> good.manifest();
            case ManifestResult.Invalid broken ->
                throw new ProblemException(
                                ReleaseProblem.MANIFEST_BROKEN,
                                broken.errors().getFirst().toString())
                        .withErrors(broken.errors().stream()
                                .map(error ->
                                        new FieldError(error.field(), "line " + error.line() + ": " + error.reason()))
                                .toList());
        };
    }

    static ProblemException outdated(TenantSource.Outdated source) {
        return new ProblemException(
                ReleaseProblem.SOURCE_OUTDATED,
                "source.location " + source.reason() + "; change the source and deploy again");
    }

    static ProblemException missing() {
        return new ProblemException(ReleaseProblem.MANIFEST_MISSING, "No tenant-app.yaml at the root of the source");
    }
}
