package ai.nominate.tenantmgr.backup.work;

import ai.nominate.tenantmgr.backup.bundle.BundleManifest;
import ai.nominate.tenantmgr.backup.bundle.BundleWriter;
import ai.nominate.tenantmgr.config.Configs;
import ai.nominate.tenantmgr.config.PinnedConfig;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.release.Release;
import ai.nominate.tenantmgr.slot.SlotRelease;
import ai.nominate.tenantmgr.theme.ThemeArchive;
import io.quarkus.hibernate.reactive.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Adds configuration and theme, then writes the manifest and signs it. */
@ApplicationScoped
public class BundleSeal {
    private final Configs configs;
    private final ThemeArchive themes;
    private final SlotRelease releases;

    BundleSeal(Configs configs, ThemeArchive themes, SlotRelease releases) {
        this.configs = configs;
        this.themes = themes;
        this.releases = releases;
    }

    /** From then on its directory is a bundle. */
    public BundleManifest write(Work work) throws IOException {
        PinnedConfig config = Reactive.await(() -> Panache.withSession(
                () -> configs.newest(work.tenant().id())));
        Optional<ThemeArchive.Archived> theme = Reactive.await(() -> Panache.withSession(
                () -> themes.of(work.tenant().id())));
        WorkNotes notes = WorkNotes.read(work.directory());
        BundleWriter writer = new BundleWriter(work.directory(), work.keys(), notes.parts());
        writer.add(
                BundleManifest.CONFIGURATION,
                out -> out.write(TenantRecord.of(work.tenant(), config).json()));
        if (theme.isPresent()) {
            writer.add(
                    BundleManifest.THEME, out -> out.write(theme.get().json().getBytes(StandardCharsets.UTF_8)));
        }
        work.scope().permit().check();
        BundleManifest manifest = writer.seal(new BundleManifest(
                BundleManifest.FORMAT,
                work.id(),
                work.tenant().id(),
                work.tenant().slug().value(),
                work.createdAt(),
                work.reason(),
                notes.serverVersion(),
                notes.dumpVersion(),
                release(work),
                List.of(),
                notes.rowCounts(),
                notes.files(),
                config.version(),
                theme.map(ThemeArchive.Archived::version).orElse(null),
                List.of(),
                null));
        WorkNotes.remove(work.directory());
        return manifest;
    }

    private BundleManifest.Release release(Work work) {
        return work.tenant()
                .live()
                .flatMap(slot -> work.tenant().slot(slot).release())
                .map(id -> {
                    Release release = releases.of(id);
                    return new BundleManifest.Release(
                            release.id(), release.commit(), release.ref().orElse(null), null, null);
                })
                .orElse(null);
    }
}
