package ai.nominate.tenantmgr.credential;

import ai.nominate.tenantmgr.kernel.CredentialName;
import ai.nominate.tenantmgr.kernel.NetworkHost;
import ai.nominate.tenantmgr.kernel.PortNumber;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

@Entity
@Table(name = "credential")
class StoredCredential extends PanacheEntityBase {
    @Id
    UUID id;

    String name;
    String kind;
    String host;
    Integer port;
    String pathPrefix;
    /** Of an access token. */
    String username;
    /** The encrypted private key or token. */
    String secret;
    /** Of a deploy key. */
    String publicKey;

    String knownHosts;
    Instant createdAt;
    String createdBy;

    static Uni<StoredCredential> named(String name) {
        return StoredCredential.<StoredCredential>find("name", name).firstResult();
    }

    CredentialScope scope() {
        return new CredentialScope(
                new NetworkHost(host), Optional.ofNullable(port).map(PortNumber::new), pathPrefix);
    }

    CredentialName credentialName() {
        return new CredentialName(name);
    }

    /** The location of the secret; part of its encryption. */
    String place() {
        return "credential/" + id + "/secret";
    }
}
