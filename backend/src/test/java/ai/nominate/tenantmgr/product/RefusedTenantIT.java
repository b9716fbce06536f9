package ai.nominate.tenantmgr.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Invalid tenants: field and reason are returned, and nothing else happens. */
@ExtendWith(OnProduct.class)
class RefusedTenantIT {
    private static final String SLUG =
            "must be 3 to 28 lower-case letters, digits and single hyphens, start with a letter and not end with a hyphen";
    private static final String DOMAIN = "must be a host name such as shop.example.org";
    private static final String REPOSITORY =
            "must be the address of a git repository such as https://git.example/app.git or git@git.example:app.git";
    private static final String REF = "must be a branch, a tag or a commit: letters, digits and";
    private static final String NAME = "must be 1 to 100 visible characters";
    private static final String KEY =
            "must be letters, digits and underscores, not start with a digit, at most 128 characters";
    private static final String OURS = "is set by Tenant Manager itself";
    private static final String RESERVED = "is reserved: it would change how the service is started";

    private final Product product;

    RefusedTenantIT(Product product) {
        this.product = product;
    }

    /** One invalid value, the field that must be named, and the start of its reason. */
    record Wrong(String field, Object value, String reason) {
        /** A zero byte is refused in every text, before other rules. */
        Wrong {
            reason = String.valueOf(value).indexOf('\0') < 0 ? reason : "contains an invalid character";
        }

        @Override
        public String toString() {
            String text = String.valueOf(value).replaceAll("[^\\x20-\\x7e]", "·");
            return field + " = " + (text.length() > 60 ? text.substring(0, 60) + "…" : text);
        }
    }

    static Stream<Wrong> wrong() {
        List<Wrong> all = new ArrayList<>();
        List.of(
                        "a;id",
                        "a$(id)",
                        "a`id`",
                        "a|id",
                        "a&&id",
                        "a>x",
                        "a'b",
                        "a\"b",
                        "../x",
                        "a@b",
                        "x.service.d",
                        "Acme",
                        "1abc",
                        "ab",
                        "a--b",
                        "abc-",
                        "abc\n",
                        "a\u0000bc",
                        "аcme",
                        "a".repeat(29),
                        "--help",
                        "%i",
                        "acme acme",
                        "{{slug}}")
                .forEach(text -> all.add(new Wrong("slug", text, SLUG)));
        List.of(
                        "a.com; location ^~ /etc/ { alias /etc/; } #",
                        "a.com\nvictim.com",
                        "a.com victim.com",
                        "~.*",
                        "_",
                        "\"\"",
                        "*.com",
                        "$hostname",
                        "a$hostname.com",
                        ".",
                        "*",
                        "localhost",
                        "1.2.3.4",
                        "[::1]",
                        "::1",
                        "0x7f.1",
                        "1.2.3.0x4",
                        "a.com:8080",
                        "https://a.com",
                        "-a.com",
                        "a-.com",
                        "a..com",
                        "a_b.com",
                        "shop\u200b.example.org",
                        "ｓhop.example.org",
                        "a.com\u0000.org",
                        "a." + "b".repeat(64) + ".com",
                        "a.com/../../x",
                        "a\\.com",
                        "a.com}",
                        "a.com\r\nX: y")
                .forEach(text -> {
                    all.add(new Wrong("domain", text, DOMAIN));
                    all.add(new Wrong("aliases[0]", text, DOMAIN));
                });
        List.of(
                        "--upload-pack=touch /tmp/p;false",
                        "-utouch /tmp/p",
                        "ext::sh -c touch% /tmp/p",
                        "file:///etc",
                        "/srv/other/.git",
                        "../other",
                        "fd::7",
                        "git://example.org/x",
                        "http://example.org/x.git",
                        "https://example.org/x.git\n--upload-pack=id",
                        "https://example.org/$(id).git",
                        "https://example.org/`id`.git",
                        "https://example.org/x y.git",
                        "git@example.org")
                .forEach(text -> all.add(new Wrong("source.location", text, REPOSITORY)));
        List.of(
                        "https://user:secret@example.org/x.git",
                        "https://token@example.org/x.git",
                        "ssh://git:secret@example.org/x.git")
                .forEach(text -> all.add(new Wrong("source.location", text, "must not contain a user or password")));
        List.of("ssh://-oProxyCommand=id/x.git", "https:///x.git", "https://0177.0.0.1/x.git")
                .forEach(text -> all.add(new Wrong("source.location", text, "must be a host name, an IPv4 address")));
        List.of("https://example.org", "https://example.org/../x.git")
                .forEach(text -> all.add(new Wrong("source.location", text, "must have a path of plain names")));
        List.of("https://example.org:0/x.git", "https://example.org:99999999/x.git")
                .forEach(text -> all.add(new Wrong("source.location", text, "must have a port from 1 to 65535")));
        List.of("--upload-pack=id", "-b", "a b", "a\nb", "main;id", "$(id)", "a:b", "^main", "main~1", "@{u}")
                .forEach(text -> all.add(new Wrong("source.ref", text, REF)));
        List.of("a..b", "a.")
                .forEach(text -> all.add(new Wrong("source.ref", text, "must be the name of a branch or tag")));
        List.of("x.lock", "a//b", "a/.b", "x.lock/y")
                .forEach(text -> all.add(new Wrong("source.ref", text, "must have no empty part between slashes")));
        List.of("relative/path", "./x", "x\u0000y", "/x\ny")
                .forEach(text -> all.add(new Wrong("source.directory", text, "must be an absolute path")));
        List.of("BAD=KEY", "1A", "A-B", "A B", "A\nB", "Ä", "A".repeat(300), "A;id", "$A", "A.B")
                .forEach(key -> all.add(new Wrong("config.env", key, KEY)));
        List.of("PORT", "DATABASE_URL", "TENANT_SLUG", "STATE_DIRECTORY", "ADMIN_PASSWORD")
                .forEach(key -> all.add(new Wrong("config.env", key, OURS)));
        List.of("LD_PRELOAD", "PATH", "BASH_ENV", "IFS", "TENANTMGR_OWNER", "TENANTMGR_SERVICE", "NOTIFY_SOCKET")
                .forEach(key -> all.add(new Wrong("config.env", key, RESERVED)));
        List.of(0, -1, 65_536, 2_000_000_000)
                .forEach(port -> all.add(new Wrong("ports.frontend", port, "must be a port from 1 to 65535")));
        List.of(22, 80, 5432, 65_535)
                .forEach(port ->
                        all.add(new Wrong("ports.frontend", port, "must be the first port of a block of four")));
        List.<Object>of("٨٠٨٠", "0x50", "1e3", "8080 ", "8080;id", true, 22_000.5)
                .forEach(port -> all.add(new Wrong("ports.frontend", port, "has the wrong type")));
        List.of("line\nbreak", "\u202egnp.exe", "zero\u200bwidth", "[Service]\nExecStartPre=+/bin/id", "n".repeat(101))
                .forEach(text -> all.add(new Wrong("name", text, NAME)));
        List.of("nobody", "a@b c", "a@\nb", "a@b\u0000.org", "a@-b")
                .forEach(text -> all.add(new Wrong("config.adminEmail", text, "must be an e-mail address")));
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void a_field_that_is_wrong_is_named_with_its_reason_and_nothing_comes_of_it(Wrong wrong) {
        Traces before = Traces.of(product);

        Api.Answer answer = product.api().send("POST", "/api/tenants", request(wrong));

        assertThat(answer.status()).as("answered: %s", answer.json()).isEqualTo(400);
        assertThat(answer.reason(field(wrong))).as("in %s", answer.json()).startsWith(wrong.reason());
        assertThat(Traces.of(product)).isEqualTo(before);
    }

    @Test
    void a_variable_whose_value_would_make_two_is_refused() {
        Traces before = Traces.of(product);

        Api.Answer answer = product.api()
                .send(
                        "POST",
                        "/api/tenants",
                        with("config", Map.of("env", Map.of("SAFE", Map.of("value", "a\u0000b")))));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.reason("config.env.SAFE.value")).isNotEmpty();
        assertThat(Traces.of(product)).isEqualTo(before);
    }

    @Test
    void all_that_is_wrong_comes_at_once() {
        Map<String, Object> request = with("slug", "a;id");
        request.put("domain", "a.com}");
        request.put("name", "");

        Api.Answer answer = product.api().send("POST", "/api/tenants", request);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("name", "slug", "domain");
    }

    @Test
    void a_field_that_nobody_knows_is_named() {
        Traces before = Traces.of(product);

        Api.Answer answer = product.api().send("POST", "/api/tenants", with("nginxSnippet", "access_log /etc/x;"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.reason("nginxSnippet")).isEqualTo("is not a known field");
        assertThat(Traces.of(product)).isEqualTo(before);
    }

    @Test
    void what_another_tenant_has_is_named_with_the_field() {
        product.tenant("first-come", product.source("first-come").firstRelease());
        Traces before = Traces.of(product);

        Map<String, Object> sameDomain = with("domain", "FIRST-COME.example.org");
        Map<String, Object> sameAlias = with("aliases", List.of("first-come.example.org"));

        assertThat(refused(with("slug", "first-come")).reason("slug")).contains("belongs to another tenant");
        assertThat(refused(sameDomain).reason("domain")).contains("belongs to another tenant");
        assertThat(refused(sameAlias).reason("aliases[0]")).contains("belongs to another tenant");
        int port = product.api()
                .get("/api/tenants/first-come")
                .at("/ports/frontend")
                .asInt();
        assertThat(refused(with("ports", Map.of("frontend", port, "backend", port + 1)))
                        .reason("ports.frontend"))
                .contains("not free");
        assertThat(Traces.of(product)).isEqualTo(before);
    }

    private Api.Answer refused(Map<String, Object> request) {
        Api.Answer answer = product.api().send("POST", "/api/tenants", request);
        assertThat(answer.status()).as("answered: %s", answer.json()).isEqualTo(409);
        return answer;
    }

    private static Map<String, Object> with(String field, Object value) {
        Map<String, Object> request =
                new HashMap<>(Map.of("name", "Never made", "slug", "never-made", "domain", "never-made.example.org"));
        request.put(field, value);
        return request;
    }

    private static Map<String, Object> request(Wrong wrong) {
        Object value = wrong.value();
        return switch (wrong.field()) {
            case "aliases[0]" -> with("aliases", List.of(value));
            case "source.location" -> with("source", Map.of("kind", "git", "location", value));
            case "source.ref" ->
                with("source", Map.of("kind", "git", "location", "https://example.org/x.git", "ref", value));
            case "source.directory" -> with("source", Map.of("kind", "directory", "location", value));
            case "config.env" -> with("config", Map.of("env", Map.of(value, Map.of("value", "x"))));
            case "config.adminEmail" -> with("config", Map.of("adminEmail", value));
            case "ports.frontend" ->
                with(
                        "ports",
                        Map.of(
                                "frontend",
                                value,
                                "backend",
                                value instanceof Integer port ? Math.clamp(port + 1L, 1, 65_535) : 20_001));
            default -> with(wrong.field(), value);
        };
    }

    private static String field(Wrong wrong) {
        return switch (wrong.field()) {
            case "config.env" -> {
                String key = String.valueOf(wrong.value()).replace('\n', '?');
                yield "config.env." + (key.length() > 128 ? key.substring(0, 128) + "…" : key);
            }
            case "source.directory" -> "source.location";
            default -> wrong.field();
        };
    }
}
