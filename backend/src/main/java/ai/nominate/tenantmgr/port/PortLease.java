package ai.nominate.tenantmgr.port;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "port_block")
@IdClass(PortLease.Key.class)
class PortLease extends PanacheEntityBase {
    @Id
    short serverId;

    @Id
    int first;

    short size = PortBlock.SIZE;
    short position;
    String service;
    String state;
    UUID tenantId;
    String reason;
    Instant createdAt;

    record Key(short serverId, int first) implements Serializable {}
}
