package ai.nominate.tenantmgr.restore;

import ai.nominate.tenantmgr.audit.Audit;
import ai.nominate.tenantmgr.audit.Change;
import ai.nominate.tenantmgr.backup.BackupSnapshot;
import ai.nominate.tenantmgr.backup.BackupStorages;
import ai.nominate.tenantmgr.backup.bundle.BundleManifest;
import ai.nominate.tenantmgr.backup.bundle.UnpackedBundle;
import ai.nominate.tenantmgr.backup.proof.RestoredTenant;
import ai.nominate.tenantmgr.backup.signer.TrustedBundles;
import ai.nominate.tenantmgr.config.Configs;
import ai.nominate.tenantmgr.credential.Credentials;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.theme.ThemeArchive;
import ai.nominate.tenantmgr.theme.Themes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Makes a tenant that is gone anew from its backup: its id, names, source, configuration and theme. What a backup says is validated as
 * the request to create a tenant is. Blocks.
 */
@ApplicationScoped
class GoneTenants {
    private static final Set<String> PARTS = Set.of(BundleManifest.CONFIGURATION, BundleManifest.THEME);

    private final BackupStorages storages;
    private final TrustedBundles bundles;
    private final TenantRegistry tenants;
    private final Credentials credentials;
    private final Configs configs;
    private final Themes themes;
    private final Audit audit;
    private final Home home;

    GoneTenants(
            BackupStorages storages,
            TrustedBundles bundles,
            TenantRegistry tenants,
            Credentials credentials,
            Configs configs,
            Themes themes,
            Audit audit,
            Home home) {
        this.storages = storages;
        this.bundles = bundles;
        this.tenants = tenants;
        this.credentials = credentials;
        this.configs = configs;
        this.themes = themes;
        this.audit = audit;
        this.home = home;
    }

    /** @throws ai.nominate.tenantmgr.kernel.ProblemException if its slug or a name is taken, or something is not valid */
    void make(BackupSnapshot backup, Actor actor) {
        Path into = home.run().resolve("gone-" + UUID.randomUUID());
        try {
            UnpackedBundle bundle = bundles.reader().open(storages.bundle(backup), into, PARTS::contains);
            RecordedTenant recorded = RecordedTenant.of(RestoredTenant.of(bundle), bundle.manifest().slug(), actor);
            Optional<ThemeArchive.Archived> theme = bundle.theme().map(GoneTenants::theme);
            Reactive.transaction(() -> credentials
                    .check(recorded.tenant().source())
                    .flatMap(done -> tenants.create(backup.tenantId(), recorded.tenant()))
                    .call(tenant -> audit.record(
                            actor,
                            Change.created(
                                    "tenant.create",
                                    backup.slug(),
                                    tenant.id(),
                                    Map.of("backupId", backup.id().toString()))))
                    .call(tenant -> configs.create(tenant, recorded.config(), actor))
                    .call(tenant -> apply(tenant, theme, actor)));
        } catch (IOException e) {
            throw new UncheckedIOException("the backup could not be read", e);
        } finally {
            SafeFiles.deleteTree(into);
        }
    }

    private Uni<?> apply(TenantSnapshot tenant, Optional<ThemeArchive.Archived> theme, Actor actor) {
        Uni<?> done = Uni.createFrom().voidItem();
        if (theme.isEmpty()) {
            return done;
        }
        if (theme.get().content() != null) {
            done = done.flatMap(next -> themes.apply(tenant, theme.get().content().theme(), "Restored", actor));
        }
        return theme.get().logo() == null
                ? done
                : done.flatMap(next -> themes.logo(tenant, theme.get().logo().logo(), "Restored", actor));
    }

    private static ThemeArchive.Archived theme(Path file) {
        try {
            return ThemeArchive.Archived.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
