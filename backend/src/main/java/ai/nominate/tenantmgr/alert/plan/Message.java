package ai.nominate.tenantmgr.alert.plan;

import java.time.Instant;
import java.util.UUID;

/**
 * A message to be sent once: an alert, a channel and a phase have one.
 *
 * @param rule the rule that asks for it; null if the rule is gone
 * @param due not before
 */
public record Message(UUID alert, UUID channel, UUID rule, Phase phase, Instant due) {}
