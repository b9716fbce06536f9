package ai.nominate.tenantmgr.alert;

import ai.nominate.tenantmgr.alert.channel.ChannelKind;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "alert_channel")
class ChannelRow extends PanacheEntityBase {
    @Id
    UUID id;

    String name;
    String kind;
    boolean enabled;
    /** E-mail addresses with commas between them, or the address of a webhook. */
    String target;
    /** Encrypted. */
    String secret;

    Instant createdAt;
    String createdBy;

    ChannelKind channelKind() {
        return ChannelKind.of(kind);
    }
}
