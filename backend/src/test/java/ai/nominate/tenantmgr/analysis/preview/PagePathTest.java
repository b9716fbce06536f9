package ai.nominate.tenantmgr.analysis.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagePathTest {
    private static final URI SITE = URI.create("https://acme.example:8443");

    @ParameterizedTest
    @ValueSource(strings = {"/", "/prices", "/a/b.html?x=1&y=%20", "/@me"})
    void a_path_stays_on_the_site(String path) {
        assertThat(new PagePath(path).at(SITE)).isEqualTo(URI.create("https://acme.example:8443" + path));
        assertThat(new PagePath(path).at(SITE).getHost()).isEqualTo("acme.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "prices",
                "//evil.example",
                "https://evil.example/",
                "/\\evil",
                "/a b",
                "/a#b",
                "@evil.example",
                "/%",
                "/\n"
            })
    void what_could_lead_elsewhere_is_no_path(String path) {
        assertThatThrownBy(() -> new PagePath(path).at(SITE)).isInstanceOfAny(InvalidValue.class);
    }
}
