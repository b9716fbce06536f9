package ai.nominate.tenantmgr.auth;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "app_user")
class User extends PanacheEntityBase {
    @Id
    public UUID id;

    public String username;
    String passwordHash;
    public String role;
    int sessionEpoch;
    public boolean disabled;
    Instant createdAt;
    Instant lastSignInAt;

    static Uni<User> named(String username) {
        return find("lower(username) = lower(?1)", username).firstResult();
    }

    /** Invalidates all sessions and tokens of this account. Call it in a transaction that has locked the row. */
    Uni<Void> endSignIns() {
        sessionEpoch++;
        return RefreshFamily.delete("userId", id)
                .flatMap(sessions -> ApiToken.delete("userId", id))
                .replaceWithVoid();
    }
}
