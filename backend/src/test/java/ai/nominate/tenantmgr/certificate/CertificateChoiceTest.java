package ai.nominate.tenantmgr.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.certificate.CertificateChoice.Candidate;
import ai.nominate.tenantmgr.kernel.DomainName;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CertificateChoiceTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final DomainName SHOP = new DomainName("shop.example.com");
    private static final DomainName WWW = new DomainName("www.shop.example.com");
    private static final Set<DomainName> BOTH = Set.of(SHOP, WWW);

    @Test
    void without_a_valid_certificate_there_is_nothing_to_choose() {
        assertThat(chosen(BOTH)).isEmpty();
        assertThat(chosen(BOTH, new Candidate(issued("old", NOW, SHOP, WWW), Origin.ACME)))
                .isEmpty();
        assertThat(chosen(BOTH, acme("other", new DomainName("other.example.com"))))
                .isEmpty();
    }

    @Test
    void an_uploaded_certificate_comes_before_one_of_an_authority_and_that_before_the_internal_one() {
        Candidate internal = internal("internal", SHOP, WWW);
        Candidate acme = acme("acme", SHOP, WWW);
        Candidate own = new Candidate(issued("own", later(), SHOP, WWW), Origin.OWN);

        assertThat(first(internal)).isEqualTo("internal");
        assertThat(first(internal, acme)).isEqualTo("acme");
        assertThat(first(internal, acme, own)).isEqualTo("own");
        assertThat(CertificateChoice.of(List.of(own, acme), BOTH, false, NOW)
                        .orElseThrow()
                        .first()
                        .id())
                .as("after its owner took it back")
                .isEqualTo("acme");
    }

    @Test
    void more_names_come_before_newer_ones() {
        assertThat(first(acme("newer", SHOP), acme("wider", SHOP, WWW))).isEqualTo("wider");
        assertThat(first(acme("newer", SHOP, WWW), acme("older", SHOP, WWW))).isEqualTo("newer");
    }

    @Test
    void names_that_the_trusted_one_does_not_cover_get_the_internal_one() {
        ServedCertificates served =
                chosen(BOTH, acme("acme", SHOP), internal("internal", WWW)).orElseThrow();

        assertThat(served.of(SHOP).orElseThrow().id()).isEqualTo("acme");
        assertThat(served.of(WWW).orElseThrow().id()).isEqualTo("internal");
        assertThat(served.uncovered(BOTH)).containsExactly(WWW);
        assertThat(served.coverAll(BOTH)).isTrue();
        assertThat(chosen(BOTH, acme("acme", SHOP)).orElseThrow().coverAll(BOTH))
                .isFalse();
    }

    @Test
    void a_wildcard_stands_for_one_label() {
        IssuedCertificate wildcard = new IssuedCertificate(
                "own", "CA", "1", NOW.minusSeconds(1), later(), List.of(), List.of("*.example.com"));

        assertThat(wildcard.isFor(SHOP)).isTrue();
        assertThat(wildcard.isFor(WWW)).isFalse();
        assertThat(wildcard.isFor(new DomainName("example.com"))).isFalse();
    }

    private static Optional<ServedCertificates> chosen(Set<DomainName> names, Candidate... newestFirst) {
        return CertificateChoice.of(Arrays.asList(newestFirst), names, true, NOW);
    }

    private static String first(Candidate... newestFirst) {
        return chosen(BOTH, newestFirst).orElseThrow().first().id();
    }

    private static Candidate acme(String id, DomainName... names) {
        return new Candidate(issued(id, later(), names), Origin.ACME);
    }

    private static Candidate internal(String id, DomainName... names) {
        return new Candidate(issued(id, later(), names), Origin.INTERNAL);
    }

    private static Instant later() {
        return NOW.plus(Duration.ofDays(1));
    }

    private static IssuedCertificate issued(String id, Instant until, DomainName... names) {
        return new IssuedCertificate(id, "CA", "1", NOW.minus(Duration.ofDays(1)), until, List.of(names), List.of());
    }
}
