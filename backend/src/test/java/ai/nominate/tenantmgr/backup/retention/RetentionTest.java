package ai.nominate.tenantmgr.backup.retention;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.backup.retention.Candidate.Proof;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionTest {
    private static final ZoneId PRAGUE = ZoneId.of("Europe/Prague");
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    @Test
    void keeps_the_newest_of_each_day_week_month_and_year_and_says_why() {
        List<Candidate> nightly = Stream.iterate(NOW, at -> at.minus(1, ChronoUnit.DAYS))
                .limit(800)
                .map(at -> backup(at, Proof.NONE))
                .toList();

        List<Kept> kept = new Retention(Policy.STANDARD, PRAGUE, NOW).apply(nightly);

        assertThat(kept.getFirst().reasons())
                .containsExactly(
                        "newest",
                        "one of the last 3",
                        "newest of its day",
                        "newest of its week",
                        "newest of its month",
                        "newest of its year",
                        "of the last 7 days");
        assertThat(kept.stream().filter(Kept::isKept)).hasSize(8 + 3 + 11);
        assertThat(kept.get(799).isKept()).isFalse();
    }

    @Test
    void counts_days_in_the_zone_of_the_tenant() {
        Candidate late = backup(Instant.parse("2026-11-27T22:30:00Z"), Proof.NONE);
        Candidate later = backup(Instant.parse("2026-11-27T23:30:00Z"), Proof.NONE);
        Policy two = new Policy(0, 2, 0, 0, 0, 0);

        assertThat(ids(new Retention(two, PRAGUE, NOW).apply(List.of(late, later))))
                .containsExactlyInAnyOrder(late.id(), later.id());
        assertThat(ids(new Retention(two, ZoneId.of("UTC"), NOW).apply(List.of(late, later))))
                .containsExactly(later.id());
    }

    @Test
    void a_backup_that_failed_its_proof_takes_no_place_of_a_good_one() {
        Candidate good = backup(NOW.minus(Duration.ofDays(30)), Proof.NONE);
        Candidate broken = backup(NOW.minus(Duration.ofDays(20)), Proof.FAILED);

        assertThat(ids(new Retention(new Policy(1, 0, 0, 0, 0, 0), PRAGUE, NOW).apply(List.of(good, broken))))
                .containsExactly(good.id());
    }

    @Test
    void held_ones_stay_and_those_before_a_change_for_two_weeks() {
        Candidate newest = backup(NOW, Proof.NONE);
        Candidate held = new Candidate(UUID.randomUUID(), NOW.minus(Duration.ofDays(900)), Proof.NONE, true, false);
        Candidate guard = new Candidate(UUID.randomUUID(), NOW.minus(Duration.ofDays(13)), Proof.NONE, false, true);
        Candidate old = new Candidate(UUID.randomUUID(), NOW.minus(Duration.ofDays(15)), Proof.NONE, false, true);

        assertThat(ids(new Retention(new Policy(1, 0, 0, 0, 0, 0), PRAGUE, NOW)
                        .apply(List.of(newest, held, guard, old))))
                .containsExactlyInAnyOrder(newest.id(), held.id(), guard.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Prague", "America/St_Johns", "Pacific/Apia", "Australia/Lord_Howe"})
    void whatever_there_is_the_newest_proven_one_stays_and_a_second_look_changes_nothing(String zone) {
        Random random = new Random(zone.hashCode());
        for (int round = 0; round < 300; round++) {
            List<Candidate> backups = some(random);
            Retention retention = new Retention(policy(random), ZoneId.of(zone), NOW);
            List<Kept> first = retention.apply(backups);
            Set<UUID> kept = ids(first);

            backups.stream()
                    .filter(each -> each.proof() == Proof.PROVEN)
                    .max(Comparator.comparing(Candidate::at).thenComparing(Candidate::id))
                    .ifPresent(proven -> assertThat(kept).contains(proven.id()));
            backups.stream()
                    .filter(Candidate::held)
                    .forEach(held -> assertThat(kept).contains(held.id()));
            List<Candidate> rest =
                    backups.stream().filter(each -> kept.contains(each.id())).toList();
            assertThat(ids(retention.apply(rest))).isEqualTo(kept);
        }
    }

    @Test
    void a_flood_of_new_backups_removes_nothing_of_earlier_days() {
        Random random = new Random(7);
        for (int round = 0; round < 100; round++) {
            List<Candidate> backups = some(random);
            Policy policy = new Policy(0, 1000, 1000, 1000, 1000, 0);
            List<Kept> before = new Retention(policy, PRAGUE, NOW).apply(backups);
            List<Candidate> flooded = new ArrayList<>(backups);
            Instant later = NOW.plus(Duration.ofDays(40));
            for (int i = 0; i < 50; i++) {
                flooded.add(backup(later.plusSeconds(i), Proof.NONE));
            }
            Set<UUID> ofEarlierDays = before.stream()
                    .filter(each -> each.reasons().contains("newest of its day"))
                    .map(each -> each.backup().id())
                    .collect(Collectors.toSet());

            assertThat(ids(new Retention(policy, PRAGUE, later).apply(flooded))).containsAll(ofEarlierDays);
        }
    }

    private static Policy policy(Random random) {
        return new Policy(
                random.nextInt(3),
                random.nextInt(8),
                random.nextInt(6),
                random.nextInt(4),
                random.nextInt(3),
                random.nextInt(10));
    }

    private static List<Candidate> some(Random random) {
        List<Candidate> backups = new ArrayList<>();
        for (int i = random.nextInt(60); i >= 0; i--) {
            Instant at = NOW.minusSeconds(random.nextInt(400 * 24 * 3600));
            backups.add(new Candidate(
                    new UUID(random.nextLong(), random.nextLong()),
                    at,
                    Proof.values()[random.nextInt(3)],
                    random.nextInt(20) == 0,
                    random.nextInt(10) == 0));
        }
        return backups;
    }

    private static Candidate backup(Instant at, Proof proof) {
        return new Candidate(UUID.randomUUID(), at, proof, false, false);
    }

    private static Set<UUID> ids(List<Kept> kept) {
        return kept.stream()
                .filter(Kept::isKept)
                .map(each -> each.backup().id())
                .collect(Collectors.toSet());
    }
}
