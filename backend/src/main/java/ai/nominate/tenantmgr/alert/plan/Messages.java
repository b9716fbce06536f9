package ai.nominate.tenantmgr.alert.plan;

import ai.nominate.tenantmgr.alert.finding.Finding;
import ai.nominate.tenantmgr.alert.finding.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Plans the messages about changes: at most one for an alert, a channel and a phase, however many rules ask for it. */
public final class Messages {
    private final List<Rule> rules;

    public Messages(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** Who is told that alerts opened, or became so bad that a rule cares. */
    public List<Message> begun(Changes changes, Instant now) {
        List<Message> messages = new ArrayList<>();
        changes.opened().forEach(each -> messages.addAll(begun(each.alert(), each.about(), now)));
        changes.changed().stream()
                .filter(each -> each.isWorse() && each.alert().foldedInto() == null)
                .forEach(each -> messages.addAll(begun(each.alert(), List.of(each.finding()), now)));
        return messages;
    }

    /** Who is told that alerts are over: who was told of their beginning. */
    public List<Message> over(Collection<SentMessage> begun, Map<UUID, Severity> severities, Instant now) {
        return begun.stream()
                .filter(SentMessage::isTold)
                .map(sent -> new Message(
                        sent.alert(),
                        sent.channel(),
                        sent.rule(),
                        Phase.OVER,
                        rules.stream()
                                .filter(rule -> rule.id().equals(sent.rule()))
                                .findFirst()
                                .map(rule -> rule.allowed(severities.get(sent.alert()), now))
                                .orElse(now)))
                .toList();
    }

    private List<Message> begun(OpenAlert alert, List<Finding> about, Instant now) {
        Map<UUID, Message> byChannel = new LinkedHashMap<>();
        for (Rule rule : rules) {
            if (about.stream().anyMatch(finding -> rule.covers(alert.kind(), finding))) {
                Severity worst = about.stream()
                        .map(Finding::severity)
                        .max(Severity::compareTo)
                        .orElseThrow();
                Instant due = rule.allowed(worst, now.plus(rule.delay()));
                rule.channels()
                        .forEach(channel -> byChannel.merge(
                                channel,
                                new Message(alert.id(), channel, rule.id(), Phase.OPENED, due),
                                (one, other) -> one.due().isAfter(other.due()) ? other : one));
            }
        }
        return List.copyOf(byChannel.values());
    }
}
