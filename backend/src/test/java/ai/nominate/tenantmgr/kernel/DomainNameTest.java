package ai.nominate.tenantmgr.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A name is read by IDNA 2008, as browsers and registries do; what could mislead is refused or has a warning. */
class DomainNameTest {
    @ParameterizedTest
    @CsvSource({
        "faß.de, xn--fa-hia.de",
        "FASS.de, fass.de",
        "BÜCHER.Example, xn--bcher-kva.example",
        "xn--bcher-kva.example, xn--bcher-kva.example",
        "XN--FA-HIA.de, xn--fa-hia.de",
        "пример.рф, xn--e1afmkfd.xn--p1ai",
        "日本語.jp, xn--wgv71a119e.jp",
        "日本語abc.jp, xn--abc-s08fl0dtz6h.jp",
        "βόλος.com, xn--nxasmm1c.com",
        "l·l.cat, xn--ll-0ea.cat",
        "ab--cd.example, ab--cd.example",
        "Shop.Acme.Example, shop.acme.example"
    })
    void a_name_has_one_canonical_form(String given, String canonical) {
        assertThat(DomainName.of(given).value()).isEqualTo(canonical);
        assertThat(DomainName.of(canonical).value()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xn--a.com",
                "xn--.de",
                "xn--zz.de",
                "xn--fass-.de",
                "xn--ls8h.la",
                "a·b.com",
                "☃.net",
                "💩.la",
                "1א.com",
                "ａ.com",
                "a\u200bb.com",
                "a\u00adb.com",
                "a\u2028b.com",
                "a。b.com",
                "a b.com",
                "127.0.0.1",
                "host.0x7f",
                "localhost",
                "generation.invalid",
                "Generation.INVALID",
                "-a.com",
                "a_b.com",
                "*.a.com"
            })
    void a_text_that_is_no_name_is_refused(String text) {
        assertThatThrownBy(() -> DomainName.of(text)).isInstanceOf(InvalidValue.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"paypаl.com", "раураl.com", "αpple.com", "shop.abcкириллица.ru", "xn--paypl-7ve.com"})
    void a_label_in_several_scripts_is_refused(String text) {
        assertThatThrownBy(() -> DomainName.of(text))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("must not mix scripts");
    }

    @ParameterizedTest
    @CsvSource({"ѕсоре.com, scope", "раура.com, paypa", "xn--80ak6aa92e.com, apple", "shop.ɡoogle.com, google"})
    void a_name_that_looks_like_another_has_a_warning(String given, String looksLike) {
        assertThat(DomainName.of(given).warning())
                .hasValueSatisfying(warning -> assertThat(warning).contains("looks like another name", looksLike));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "printer.local",
                "shop.internal",
                "shop.localhost",
                "shop.test",
                "shop.example",
                "www.example.com",
                "gone.invalid",
                "x.onion",
                "router.home.arpa",
                "nas.lan"
            })
    void a_reserved_name_has_a_warning(String name) {
        assertThat(DomainName.of(name).warning()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"shop.acme.com", "localhost.acme.com", "faß.de", "пример.рф", "internal.de", "myexample.com"})
    void an_ordinary_name_has_none(String name) {
        assertThat(DomainName.of(name).warning()).isEmpty();
    }

    @Test
    void a_stored_name_of_an_earlier_version_is_still_read() {
        assertThat(new DomainName("xn--a.com").value()).isEqualTo("xn--a.com");
        assertThat(new DomainName("xn--a.com").warning()).isEmpty();
        assertThatThrownBy(() -> new DomainName("Upper.example")).isInstanceOf(InvalidValue.class);
    }
}
