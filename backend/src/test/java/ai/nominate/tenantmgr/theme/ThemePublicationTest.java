package ai.nominate.tenantmgr.theme;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.tenant.TenantFiles;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The files that NGINX serves follow each change, wherever it was made. */
@QuarkusTest
class ThemePublicationTest {
    private final Api operator = Api.as(Role.OPERATOR);
    private final String slug = "p" + UUID.randomUUID().toString().substring(0, 8);
    private final String path = "/api/tenants/" + slug + "/theme";

    @Inject
    TenantFiles files;

    @BeforeEach
    void a_tenant() {
        operator.post("/api/tenants", Map.of("name", slug, "slug", slug, "domain", slug + ".example"))
                .expect(201);
    }

    @Test
    void the_style_sheet_is_that_of_the_newest_version() {
        for (String primary : new String[] {"#7c3aed", "#0b7285"}) {
            operator.put(path, Map.of("palette", Map.of("primary", primary))).expect(200);
            eventually("the new colours", () -> read("theme.css").contains("--color-primary: " + primary + ";"));
        }

        operator.post(path + "/versions/0/restore", null).expect(200);
        eventually("no style sheet", () -> !Files.exists(file("theme.css")));
    }

    @Test
    void there_is_one_logo_of_the_right_kind() {
        logo("image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M1 1'/></svg>");
        eventually("the drawing", () -> read("logo.svg").contains("M1 1"));
        assertThat(file("logo")).doesNotExist();

        operator.send("DELETE", path + "/logo", null).expect(200);
        eventually("no logo", () -> !Files.exists(file("logo.svg")));
    }

    private void logo(String type, String content) {
        operator.with("Content-Type", type)
                .send("POST", path + "/logo", content)
                .expect(200);
    }

    private Path file(String name) {
        return files.publicFiles(new TenantSlug(slug)).resolve(name);
    }

    private String read(String name) {
        try {
            return Files.exists(file(name)) ? Files.readString(file(name)) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
