package ai.nominate.tenantmgr.backup.proof;

import ai.nominate.tenantmgr.backup.bundle.BundleManifest;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.release.Release;
import ai.nominate.tenantmgr.release.ReleaseSettings;
import ai.nominate.tenantmgr.release.Releases;
import ai.nominate.tenantmgr.settings.Settings;
import ai.nominate.tenantmgr.slot.SlotSettings;
import io.quarkus.hibernate.reactive.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** The release that a backup was taken of, built again if it was removed. Blocks. */
@ApplicationScoped
class ProvenRelease {
    private final Releases releases;
    private final Settings settings;

    ProvenRelease(Releases releases, Settings settings) {
        this.releases = releases;
        this.settings = settings;
    }

    /** @throws ProblemException {@link ProofProblem#UNTRIED} if nothing was live, or this manager does not know the release */
    Release of(BundleManifest manifest, RunScope scope) {
        if (manifest.release() == null) {
            throw new ProblemException(ProofProblem.UNTRIED, "The tenant had no live release to start");
        }
        String id = manifest.release().id();
        Boolean isKnown = Reactive.await(() -> Panache.withSession(
                () -> releases.find(id).map(release -> release != null)));
        if (!isKnown) {
            throw new ProblemException(ProofProblem.UNTRIED, "This manager does not know release " + id);
        }
        Duration limit = Reactive.await(() -> settings.get(ReleaseSettings.BUILD_TIMEOUT));
        return releases.restore(id, limit, scope).release();
    }

    /** How long a service may take to become healthy whose manifest does not say. */
    Duration patience() {
        return Reactive.await(() -> settings.get(SlotSettings.START_TIMEOUT));
    }
}
