package ai.nominate.tenantmgr.tenantapi;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One invalid value of a new tenant.
 *
 * @param field the field that must be named
 * @param reason the start of the reason that must be given
 */
public record WrongTenant(String field, Object value, String reason) {
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

    /** A zero byte is refused in every text, before other rules. */
    public WrongTenant {
        reason = String.valueOf(value).indexOf('\0') < 0 ? reason : "contains an invalid character";
    }

    @Override
    public String toString() {
        String text = String.valueOf(value).replaceAll("[^\\x20-\\x7e]", "·");
        return field + " = " + (text.length() > 60 ? text.substring(0, 60) + "…" : text);
    }

    /** The first value of each field. */
    public static Stream<WrongTenant> ofEachField() {
        return all()
                .collect(toMap(WrongTenant::field, identity(), (first, other) -> first, LinkedHashMap::new))
                .values()
                .stream();
    }

    public static Stream<WrongTenant> all() {
        List<WrongTenant> all = new ArrayList<>();
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
                .forEach(text -> all.add(new WrongTenant("slug", text, SLUG)));
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
                    all.add(new WrongTenant("domain", text, DOMAIN));
                    all.add(new WrongTenant("aliases[0]", text, DOMAIN));
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
                .forEach(text -> all.add(new WrongTenant("source.location", text, REPOSITORY)));
        List.of(
                        "https://user:secret@example.org/x.git",
                        "https://token@example.org/x.git",
                        "ssh://git:secret@example.org/x.git")
                .forEach(text ->
                        all.add(new WrongTenant("source.location", text, "must not contain a user or password")));
        List.of("ssh://-oProxyCommand=id/x.git", "https:///x.git", "https://0177.0.0.1/x.git")
                .forEach(text ->
                        all.add(new WrongTenant("source.location", text, "must be a host name, an IPv4 address")));
        List.of("https://example.org", "https://example.org/../x.git")
                .forEach(text -> all.add(new WrongTenant("source.location", text, "must have a path of plain names")));
        List.of("https://example.org:0/x.git", "https://example.org:99999999/x.git")
                .forEach(text -> all.add(new WrongTenant("source.location", text, "must have a port from 1 to 65535")));
        List.of("--upload-pack=id", "-b", "a b", "a\nb", "main;id", "$(id)", "a:b", "^main", "main~1", "@{u}")
                .forEach(text -> all.add(new WrongTenant("source.ref", text, REF)));
        List.of("a..b", "a.")
                .forEach(text -> all.add(new WrongTenant("source.ref", text, "must be the name of a branch or tag")));
        List.of("x.lock", "a//b", "a/.b", "x.lock/y")
                .forEach(text ->
                        all.add(new WrongTenant("source.ref", text, "must have no empty part between slashes")));
        List.of("relative/path", "./x", "x\u0000y", "/x\ny")
                .forEach(text -> all.add(new WrongTenant("source.directory", text, "must be an absolute path")));
        List.of("BAD=KEY", "1A", "A-B", "A B", "A\nB", "Ä", "A".repeat(300), "A;id", "$A", "A.B")
                .forEach(key -> all.add(new WrongTenant("config.env", key, KEY)));
        List.of("PORT", "DATABASE_URL", "TENANT_SLUG", "STATE_DIRECTORY", "ADMIN_PASSWORD")
                .forEach(key -> all.add(new WrongTenant("config.env", key, OURS)));
        List.of("LD_PRELOAD", "PATH", "BASH_ENV", "IFS", "TENANTMGR_OWNER", "TENANTMGR_SERVICE", "NOTIFY_SOCKET")
                .forEach(key -> all.add(new WrongTenant("config.env", key, RESERVED)));
        List.of(0, -1, 65_536, 2_000_000_000)
                .forEach(port -> all.add(new WrongTenant("ports.frontend", port, "must be a port from 1 to 65535")));
        List.of(22, 80, 5432, 65_535)
                .forEach(port ->
                        all.add(new WrongTenant("ports.frontend", port, "must be the first port of a block of four")));
        List.<Object>of("٨٠٨٠", "0x50", "1e3", "8080 ", "8080;id", true, 22_000.5)
                .forEach(port -> all.add(new WrongTenant("ports.frontend", port, "has the wrong type")));
        List.of("line\nbreak", "\u202egnp.exe", "zero\u200bwidth", "[Service]\nExecStartPre=+/bin/id", "n".repeat(101))
                .forEach(text -> all.add(new WrongTenant("name", text, NAME)));
        List.of("nobody", "a@b c", "a@\nb", "a@b\u0000.org", "a@-b")
                .forEach(text -> all.add(new WrongTenant("config.adminEmail", text, "must be an e-mail address")));
        return all.stream();
    }

    /** A request that is right but for this field. */
    public static Map<String, Object> with(String field, Object value) {
        Map<String, Object> request =
                new HashMap<>(Map.of("name", "Never made", "slug", "never-made", "domain", "never-made.example.org"));
        request.put(field, value);
        return request;
    }

    /** A request with this value. */
    public Map<String, Object> request() {
        return switch (field) {
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
            default -> with(field, value);
        };
    }

    /** The name of the field in the refusal. */
    public String namedField() {
        return switch (field) {
            case "config.env" -> {
                String key = String.valueOf(value).replace('\n', '?');
                yield "config.env." + (key.length() > 128 ? key.substring(0, 128) + "…" : key);
            }
            case "source.directory" -> "source.location";
            default -> field;
        };
    }
}
