package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.kernel.Slot;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;

/** The deployment's own data beside its run, which has the same id: the request, and the values pinned by preflight. */
@Entity
@Table(name = "deployment")
class Deployment extends PanacheEntityBase {
    @Id
    UUID id;

    String tenantStatusBefore;
    String slot;
    String ref;
    UUID targetId;
    boolean restoreTheme;
    boolean removeFiles;
    boolean removeDatabase;
    boolean skipBackup;
    String change;

    @Column(name = "commit")
    String commitId;

    /** The first line of the commit's message. */
    String message;

    String releaseId;
    Integer configVersion;
    Integer themeVersion;

    DeploymentContext.Order order() {
        return new DeploymentContext.Order(
                Optional.ofNullable(ref),
                Optional.ofNullable(targetId),
                restoreTheme,
                removeFiles,
                removeDatabase,
                skipBackup,
                Optional.ofNullable(change));
    }

    DeploymentContext.Pinned pinned() {
        return new DeploymentContext.Pinned(
                slot == null ? null : Slot.of(slot), ref, commitId, message, configVersion, releaseId, themeVersion);
    }
}
