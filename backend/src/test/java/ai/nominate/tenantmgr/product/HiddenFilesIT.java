package ai.nominate.tenantmgr.product;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths that start with a dot are not passed to the application, which might serve hidden files. */
@ExtendWith(OnProduct.class)
class HiddenFilesIT {
    /** The application's answer for a file that does not exist or is not served. */
    private static final String ASKED = "File not found";

    private final Visitor visitor;

    HiddenFilesIT(Product product) {
        visitor = product.visitor("hidden-files.example.org");
        if (visitor.ask("/").status() != 200) {
            product.tenant("hidden-files", product.source("hidden-files").withoutDatabase())
                    .live();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/.env",
                "/%2eenv",
                "/%2Eenv",
                "//.env",
                "/./.env",
                "/x/../.env",
                "/.git/config",
                "/x/.git/HEAD",
                "/.env?x=1",
                "/.tenantmgr-pages/503.html",
                "/.tenantmgr-theme/x",
                "/.well-known/../.env"
            })
    void they_are_not_found(String path) {
        Visitor.Answer answer = visitor.ask(path);

        assertThat(answer.status()).as(path).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("SECRET", ASKED);
    }

    @Test
    void what_may_be_well_known_is_asked_of_the_application() {
        assertThat(visitor.ask("/.well-known/security.txt").body()).contains(ASKED);
    }
}
