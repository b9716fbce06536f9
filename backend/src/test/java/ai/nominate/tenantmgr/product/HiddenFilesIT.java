package ai.nominate.tenantmgr.product;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths that start with a dot are the application's own: NGINX serves no hidden file, and passes them on. */
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
                "/.tenantmgr-pages/503.html",
                "/.tenantmgr-theme/x",
                "/.tenantmgr-files/.env",
                "/.well-known/acme-challenge/none"
            })
    void paths_of_the_manager_are_not_found(String path) {
        Visitor.Answer answer = visitor.ask(path);

        assertThat(answer.status()).as(path).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("SECRET", ASKED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/.well-known/security.txt", "/.env", "/%2eenv", "/x/.git/HEAD", "/.vite/deps/a.js"})
    void all_others_are_asked_of_the_application(String path) {
        assertThat(visitor.ask(path).body()).contains(ASKED);
    }
}
