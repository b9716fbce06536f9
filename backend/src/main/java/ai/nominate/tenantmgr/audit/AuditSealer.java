package ai.nominate.tenantmgr.audit;

import ai.nominate.tenantmgr.event.EventConsumer;
import ai.nominate.tenantmgr.event.EventTopic;
import ai.nominate.tenantmgr.event.StoredEvent;
import ai.nominate.tenantmgr.schedule.RecurringTask;
import ai.nominate.tenantmgr.schedule.ScheduleBook;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Seals new entries into the chain within seconds after they were written: not in their own transactions, which would all wait for
 * each other's end. Until then an entry's signature tells whether a manager wrote it.
 */
@ApplicationScoped
class AuditSealer implements EventConsumer {
    private static final Logger LOG = Logger.getLogger(AuditSealer.class);

    private static final Duration EVERY = Duration.ofSeconds(2);

    private final AuditSeals seals;
    private final AuditSignature signature;
    private final KeptHead kept;
    /** Entries that no manager signed: the verification names them. */
    private final Set<UUID> foreign = ConcurrentHashMap.newKeySet();

    private final RecurringTask task;

    private volatile boolean isAsked = true;

    AuditSealer(AuditSeals seals, AuditSignature signature, KeptHead kept, ScheduleBook schedules) {
        this.seals = seals;
        this.signature = signature;
        this.kept = kept;
        this.task = schedules.register("audit.seals", "Seals of the audit log", EVERY, Duration.ofMinutes(1));
    }

    @Override
    public EventTopic topic() {
        return AuditEvents.TOPIC;
    }

    @Override
    public Optional<String> position() {
        return Optional.empty();
    }

    @Override
    public void handle(StoredEvent event) {
        isAsked = true;
    }

    @Override
    public void missed() {
        isAsked = true;
    }

    @Scheduled(every = "2s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sealWhenAsked() {
        return task.run(() -> isAsked ? seal() : Uni.createFrom().voidItem());
    }

    /** Entries that this manager has found, and no manager wrote. */
    Set<UUID> foreign() {
        return Set.copyOf(foreign);
    }

    /** Seals all entries that there are, and keeps the new head. */
    Uni<Void> seal() {
        isAsked = false;
        return known().flatMap(known -> seals.exclusively(connection -> sealPage(connection, known)))
                .flatMap(count -> count != null && count == AuditSeals.PAGE ? seal() : follow())
                .onFailure()
                .invoke(failure -> isAsked = true);
    }

    private Uni<ChainHead> known() {
        return Uni.createFrom()
                .item(() -> kept.read().orElse(ChainHead.EMPTY))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /** @return how many entries there were */
    private Uni<Integer> sealPage(SqlConnection connection, ChainHead known) {
        return seals.last(connection).flatMap(last -> {
            if (last.isPresent() && !isOurs(last.get(), known)) {
                return Uni.createFrom().item(0); // a seal of ours would vouch for it
            }
            ChainHead head = last.map(row -> Seal.of(row).head()).orElse(ChainHead.EMPTY);
            return seals.unsealed(connection, foreign)
                    .flatMap(rows -> seals.insert(connection, sealed(rows, head), signature)
                            .replaceWith(rows.size()));
        });
    }

    private List<Seal> sealed(List<Row> rows, ChainHead last) {
        boolean isFirst = last.equals(ChainHead.EMPTY);
        List<Seal> sealed = new ArrayList<>();
        ChainHead head = last;
        for (Row row : rows) {
            CanonicalEntry entry = CanonicalEntry.of(row);
            UUID id = row.getUUID("id");
            String mac = row.getString("mac");
            if (mac == null ? isFirst : signature.isSigned(entry.bytes(), mac)) {
                head = entry.after(head);
                sealed.add(new Seal(head, id));
            } else {
                foreign.add(id);
                LOG.errorf("The audit log has an entry that no manager wrote: %s", id);
            }
        }
        return sealed;
    }

    /** Keeps the head that all managers have reached. */
    private Uni<Void> follow() {
        return known().flatMap(known -> seals.last().flatMap(last -> {
            if (last.isEmpty() || Seal.of(last.get()).head().number() <= known.number() || !isOurs(last.get(), known)) {
                return Uni.createFrom().voidItem();
            }
            return Uni.createFrom()
                    .voidItem()
                    .emitOn(Infrastructure.getDefaultWorkerPool())
                    .invoke(() -> kept.keep(Seal.of(last.get()).head()));
        }));
    }

    /** The signature of a seal vouches for all seals before it, whose hashes it covers. */
    private boolean isOurs(Row row, ChainHead known) {
        Seal seal = Seal.of(row);
        boolean isOurs = seal.head().equals(known) || signature.isSigned(seal.bytes(), row.getString("seal_mac"));
        if (!isOurs) {
            LOG.errorf(
                    "Seal %d of the audit log was not made by a manager",
                    seal.head().number());
        }
        return isOurs;
    }
}
