package ai.nominate.tenantmgr.alert.plan;

import ai.nominate.tenantmgr.alert.finding.Finding;
import ai.nominate.tenantmgr.alert.finding.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** The tables of alerts and messages in memory, with the same conditions as the statements of {@code alert}. */
final class Outbox {
    private static final Duration CLAIMED = Duration.ofMinutes(2);

    final Map<UUID, Alert> alerts = new HashMap<>();
    final List<Row> rows = new ArrayList<>();
    private final Reconciliation reconciliation;
    private final Messages messages;

    /** An alert; ended is null while it is open. */
    static final class Alert {
        OpenAlert alert;
        Instant ended;
    }

    /** A message. */
    static final class Row {
        final Message message;
        String state = "waiting";
        Instant due;
        int tries;

        Row(Message message) {
            this.message = message;
            this.due = message.due();
        }
    }

    Outbox(List<Rule> rules, MassPolicy policy) {
        AtomicLong ids = new AtomicLong();
        this.reconciliation = new Reconciliation(policy, () -> new UUID(7, ids.incrementAndGet()));
        this.messages = new Messages(rules);
    }

    /** A look. If it is cut off, nothing of it is stored: it is one transaction. */
    void look(Map<String, List<Finding>> found, Instant now, boolean isCutOff) {
        List<OpenAlert> open = open();
        Changes changes = reconciliation.changes(found, open, now);
        List<Message> begun = messages.begun(changes, now);
        if (isCutOff) {
            return;
        }
        changes.opened().forEach(each -> {
            if (open().stream().noneMatch(one -> one.key().equals(each.alert().key()))) {
                Alert row = new Alert();
                row.alert = each.alert();
                alerts.put(each.alert().id(), row);
            }
        });
        changes.changed().forEach(each -> {
            Alert row = alerts.get(each.alert().id());
            row.alert = new OpenAlert(
                    each.alert().id(),
                    each.alert().key(),
                    each.alert().kind(),
                    each.finding().severity(),
                    each.alert().tenant(),
                    each.finding().title(),
                    each.alert().opened(),
                    row.alert.foldedInto(),
                    false);
        });
        changes.folded().forEach(each -> {
            OpenAlert before = alerts.get(each.alert()).alert;
            alerts.get(each.alert()).alert = new OpenAlert(
                    before.id(),
                    before.key(),
                    before.kind(),
                    before.severity(),
                    before.tenant(),
                    before.title(),
                    before.opened(),
                    each.into(),
                    false);
            drop(each.alert());
        });
        insert(begun);
        List<SentMessage> sent = rows.stream()
                .filter(row -> changes.ended().contains(row.message.alert()) && row.message.phase() == Phase.OPENED)
                .map(row -> new SentMessage(
                        row.message.alert(),
                        row.message.channel(),
                        row.message.rule(),
                        row.state.equals("waiting"),
                        row.tries > 0,
                        row.state.equals("sent")))
                .toList();
        Map<UUID, Severity> severities = new HashMap<>();
        changes.ended().forEach(id -> {
            severities.put(id, alerts.get(id).alert.severity());
            alerts.get(id).ended = now;
        });
        insert(messages.over(sent, severities, now));
        changes.ended().forEach(this::drop);
    }

    /** Claims a message that is due; null if there is none. */
    Row claim(Instant now) {
        for (Row row : rows) {
            boolean isHeld = row.message.phase() == Phase.OVER
                    && rows.stream()
                            .anyMatch(first -> first.message.phase() == Phase.OPENED
                                    && first.message.alert().equals(row.message.alert())
                                    && first.message.channel().equals(row.message.channel())
                                    && first.state.equals("waiting"));
            if (row.state.equals("waiting") && !row.due.isAfter(now) && !isHeld) {
                row.due = now.plus(CLAIMED);
                row.tries++;
                return row;
            }
        }
        return null;
    }

    List<OpenAlert> open() {
        return alerts.values().stream()
                .filter(row -> row.ended == null)
                .map(row -> new OpenAlert(
                        row.alert.id(),
                        row.alert.key(),
                        row.alert.kind(),
                        row.alert.severity(),
                        row.alert.tenant(),
                        row.alert.title(),
                        row.alert.opened(),
                        row.alert.foldedInto(),
                        rows.stream()
                                .anyMatch(each -> each.message.alert().equals(row.alert.id())
                                        && (each.tries > 0 || each.state.equals("sent")))))
                .toList();
    }

    private void insert(List<Message> wanted) {
        for (Message message : wanted) {
            boolean isThere = rows.stream()
                    .anyMatch(row -> row.message.alert().equals(message.alert())
                            && row.message.channel().equals(message.channel())
                            && row.message.phase() == message.phase());
            if (!isThere) {
                rows.add(new Row(message));
            }
        }
    }

    private void drop(UUID alert) {
        rows.stream()
                .filter(row -> row.message.alert().equals(alert)
                        && row.message.phase() == Phase.OPENED
                        && row.state.equals("waiting")
                        && row.tries == 0)
                .forEach(row -> row.state = "dropped");
    }
}
