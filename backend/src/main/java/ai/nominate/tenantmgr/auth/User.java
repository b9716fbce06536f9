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
    Instant createdAt;

    static Uni<User> named(String username) {
        return find("lower(username) = lower(?1)", username).firstResult();
    }
}
