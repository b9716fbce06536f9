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
    UUID id;

    String username;
    String passwordHash;
    String role;
    int sessionEpoch;
    boolean disabled;
    Instant createdAt;
    Instant lastSignInAt;

    static Uni<User> named(String username) {
        return find("lower(username) = lower(?1)", username).firstResult();
    }

    /** Ends whatever was signed in with this account until now. In a transaction that has the row. */
    Uni<Void> endSignIns() {
        sessionEpoch++;
        return RefreshFamily.delete("userId", id)
                .flatMap(sessions -> ApiToken.delete("userId", id))
                .replaceWithVoid();
    }
}
