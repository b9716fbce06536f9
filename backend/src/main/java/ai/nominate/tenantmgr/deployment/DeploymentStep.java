package ai.nominate.tenantmgr.deployment;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@Entity
@Table(name = "deployment_step")
@IdClass(DeploymentStep.Key.class)
class DeploymentStep extends PanacheEntityBase {
    @Id
    UUID deploymentId;

    @Id
    String id;

    short position;
    String title;
    String status;
    int weight;
    Instant startedAt;
    Long durationMs;
    String detail;

    static Uni<List<DeploymentStep>> of(UUID deployment) {
        return list("deploymentId = ?1 order by position", deployment);
    }

    record Key(UUID deploymentId, String id) implements Serializable {}
}
