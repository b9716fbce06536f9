package ai.nominate.tenantmgr.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {
    @ParameterizedTest
    @CsvSource({
        "acme.example, https://acme.example/",
        "https://Acme.Example, https://acme.example/",
        "HTTP://acme.example:8080/a/b?c=d, http://acme.example:8080/a/b?c=d",
        "https://acme.example/page#part, https://acme.example/page",
        "'  https://acme.example  ', https://acme.example/",
        "'https://[2001:db8::1]/', 'https://[2001:db8::1]/'",
    })
    void an_address_is_written_in_one_form(String given, String written) {
        assertThat(WebAddress.of(given)).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://acme.example",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "https://",
                "https:///path",
                "https://user:secret@acme.example",
                "https://user@acme.example",
                "https://acme.example:0",
                "https://acme.example:70000",
                "https://0x7f000001/",
                "https://2130706433/",
                "https://127.1/",
                "https://acme.example./",
                "https://ac me.example",
                "https://acme.example/\u0000",
                "https://[fe80::1%25eth0]/",
            })
    void what_programs_may_read_differently_is_no_address(String given) {
        assertThatThrownBy(() -> WebAddress.of(given)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void an_address_has_at_most_2000_characters() {
        assertThatThrownBy(() -> WebAddress.of("https://acme.example/" + "a".repeat(2000)))
                .isInstanceOf(InvalidValue.class);
    }
}
