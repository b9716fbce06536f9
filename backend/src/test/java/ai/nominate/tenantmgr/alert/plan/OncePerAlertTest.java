package ai.nominate.tenantmgr.alert.plan;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.alert.finding.Finding;
import ai.nominate.tenantmgr.alert.finding.Severity;
import ai.nominate.tenantmgr.host.Repetitions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Over any order of findings, looks, tries, failures and restarts nobody is told twice, and nobody is told only of an end. */
class OncePerAlertTest {
    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
    private static final UUID FIRST = new UUID(1, 1);
    private static final UUID SECOND = new UUID(1, 2);
    private static final List<Rule> RULES = List.of(
            rule(1, Set.of(), Severity.WARNING, List.of(FIRST), Duration.ZERO, Optional.empty()),
            rule(
                    2,
                    Set.of("health"),
                    Severity.CRITICAL,
                    List.of(FIRST, SECOND),
                    Duration.ofMinutes(1),
                    Optional.empty()),
            rule(
                    3,
                    Set.of(),
                    Severity.WARNING,
                    List.of(SECOND),
                    Duration.ZERO,
                    Optional.of(new QuietHours(LocalTime.of(1, 0), LocalTime.of(3, 0), ZoneOffset.UTC, true))));

    @Test
    void nobody_is_told_twice_whatever_happens_in_whatever_order() {
        for (long seed = 0; seed < Repetitions.of(60, 20_000); seed++) {
            story(new Random(seed), seed);
        }
    }

    private static void story(Random random, long seed) {
        Outbox outbox = new Outbox(RULES, new MassPolicy(30, 10));
        Map<String, Finding> wrong = new HashMap<>();
        List<String> received = new ArrayList<>();
        Set<String> mayRepeat = new HashSet<>();
        Instant now = BEGIN;
        for (int step = 0; step < 120; step++) {
            now = now.plusSeconds(random.nextInt(90));
            switch (random.nextInt(6)) {
                case 0, 1 -> {
                    String key = "k" + random.nextInt(12);
                    if (wrong.remove(key) == null) {
                        wrong.put(key, finding(key, random.nextBoolean() ? Severity.CRITICAL : Severity.WARNING, now));
                    }
                }
                case 2, 3 -> outbox.look(found(wrong, random), now, random.nextInt(4) == 0);
                default -> send(outbox, random, now, received, mayRepeat);
            }
            assertThat(outbox.open().stream().map(OpenAlert::key))
                    .as("seed " + seed)
                    .doesNotHaveDuplicates();
        }
        settle(outbox, now, received);

        Map<String, Long> counts =
                received.stream().collect(Collectors.groupingBy(each -> each, Collectors.counting()));
        counts.forEach((message, count) ->
                assertThat(count).as("seed %d: %s", seed, message).isEqualTo(mayRepeat.contains(message) ? count : 1L));
        received.stream()
                .filter(each -> each.endsWith("OVER"))
                .forEach(over -> assertThat(received).as("seed " + seed).contains(over.replace("OVER", "OPENED")));
        outbox.alerts
                .values()
                .forEach(alert -> assertThat(alert.ended).as("seed " + seed).isNotNull());
        received.stream()
                .filter(each -> each.endsWith("OPENED"))
                .forEach(opened -> assertThat(received)
                        .as("seed %d: who was told of the beginning is told of the end", seed)
                        .contains(opened.replace("OPENED", "OVER")));
    }

    /** A try: it works, fails, or the manager is killed before it, or after it and before its result is noted. */
    private static void send(Outbox outbox, Random random, Instant now, List<String> received, Set<String> mayRepeat) {
        Outbox.Row row = outbox.claim(now);
        if (row == null) {
            return;
        }
        switch (random.nextInt(8)) {
            case 0 -> row.due = now.plusSeconds(10L << Math.min(row.tries, 5));
            case 1 -> {
                // killed before it was sent: the next manager takes it over when the claim is old
            }
            case 2 -> {
                received.add(name(row));
                mayRepeat.add(name(row));
            }
            default -> {
                received.add(name(row));
                row.state = "sent";
            }
        }
    }

    /** Everything is well in the end, and everything that is due is sent. */
    private static void settle(Outbox outbox, Instant last, List<String> received) {
        Instant now = last.plus(Duration.ofHours(6));
        for (int turn = 0; turn < 4; turn++) {
            outbox.look(Map.of("health", List.of(), "disk", List.of()), now, false);
            now = now.plus(Duration.ofHours(6));
            for (Outbox.Row row = outbox.claim(now); row != null; row = outbox.claim(now)) {
                received.add(name(row));
                row.state = "sent";
            }
        }
    }

    private static String name(Outbox.Row row) {
        return row.message.alert() + " " + row.message.channel() + " " + row.message.phase();
    }

    /** Now and then the source of one kind says nothing. */
    private static Map<String, List<Finding>> found(Map<String, Finding> wrong, Random random) {
        Map<String, List<Finding>> found = new HashMap<>();
        if (random.nextInt(5) > 0) {
            found.put("health", of(wrong, "health"));
        }
        found.put("disk", of(wrong, "disk"));
        return found;
    }

    private static List<Finding> of(Map<String, Finding> wrong, String kind) {
        return wrong.entrySet().stream()
                .filter(each -> (each.getKey().length() == 2) == kind.equals("health"))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Finding finding(String key, Severity severity, Instant now) {
        boolean isHealth = key.length() == 2;
        return new Finding(
                key,
                severity,
                isHealth ? new Finding.Subject(new UUID(5, key.charAt(1)), key, List.of()) : null,
                key + " " + severity,
                "detail",
                now);
    }

    private static Rule rule(
            int number,
            Set<String> kinds,
            Severity least,
            List<UUID> channels,
            Duration delay,
            Optional<QuietHours> quiet) {
        return new Rule(new UUID(3, number), kinds, least, Set.of(), Optional.empty(), channels, delay, quiet);
    }
}
