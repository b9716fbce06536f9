package ai.nominate.tenantmgr.webhook.status;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The newest state of a deployment, and whether the forge has it. */
@Entity
@Table(name = "commit_status")
class CommitStatus extends PanacheEntityBase {
    static final String WAITING = "waiting";
    static final String SENT = "sent";
    static final String FAILED = "failed";

    @Id
    UUID deploymentId;

    UUID tenantId;

    @Column(name = "commit")
    String commitId;

    String state;
    String description;
    Instant at;
    String result;
    int tries;
    Instant dueAt;
    String detail;
}
