package campaign;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The public pages, complete without scripts; with scripts they add the live count and inline form answers. */
final class Pages {
    private static final String POLICY = "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'";
    private static final List<String> FIELDS = List.of("name", "email", "consent");

    private final Assets assets = new Assets("site.css", "site.js", "scheme.js", "icon.svg");
    private final Template layout = template("layout");
    private final Template index = template("index");
    private final Template thanks = template("thanks");
    private final Template privacy = template("privacy");
    private final Template missing = template("missing");
    private final Template extra = template("extra");
    private final Map<String, String> common;
    private final Signature signature;

    Pages(Environment environment) throws IOException {
        signature = new Signature(environment.required("SESSION_SECRET"));
        common = common(environment);
        index(Set.of()); // a placeholder without a value stops the start
    }

    Routes routes() {
        return new Routes()
                .on("GET", "/", this::index)
                .on("GET", "/thanks", this::thanks)
                .on("GET", "/privacy", call -> html(call, 200, render(privacy, "t.privacy.title", Map.of())))
                .on("GET", "/assets/*", assets::serve)
                .on("GET", "/favicon.ico", call -> call.redirect(assets.paths().get("asset.icon.svg")))
                .on("GET", "/theme.css", call -> call.bytes(200, "text/css", new byte[0]))
                .on("GET", "/logo", call -> call.bytes(204, "text/plain", new byte[0]))
                .on("GET", "/*", call -> html(call, 404, render(missing, "t.missing.title", Map.of())));
    }

    private void index(Call call) throws IOException {
        html(call, 200, index(Set.copyOf(Arrays.asList(call.query("check", "").split(",")))));
    }

    private String index(Set<String> wrong) {
        Map<String, String> values = new HashMap<>(Map.of("extras", extras(wrong)));
        FIELDS.forEach(field -> values.put("check." + field, wrong.contains(field) ? "" : "hidden"));
        return render(index, "t.title", values);
    }

    private void thanks(Call call) throws IOException {
        String number = call.query("n", "");
        if (!signature.fits("thanks:" + number, call.query("s", ""))) {
            call.redirect("/");
            return;
        }
        html(call, 200, render(thanks, "t.thanks.title", Map.of("number", number)));
    }

    private String render(Template page, String title, Map<String, String> values) {
        Map<String, String> all = new HashMap<>(common);
        all.putAll(values);
        all.put("title", common.get(title));
        all.put("main", page.fill(all));
        return layout.fill(all);
    }

    private String extras(Set<String> wrong) {
        return Extras.COLUMNS.stream()
                .map(column -> extra.fill(Map.of(
                        "column",
                        column,
                        "label",
                        common.get("t.field." + column),
                        "error",
                        common.get("t.error.long"),
                        "check",
                        wrong.contains(column) ? "" : "hidden")))
                .collect(Collectors.joining());
    }

    private static void html(Call call, int status, String page) throws IOException {
        call.header("Cache-Control", "no-cache");
        call.header("Content-Security-Policy", POLICY);
        call.header("Referrer-Policy", "same-origin");
        call.bytes(status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, String> common(Environment environment) {
        String language = Texts.language(environment.text("LOCALE", "en"));
        Map<String, String> values = new HashMap<>(Texts.of(language));
        values.putAll(assets.paths());
        String name = environment.text("CAMPAIGN_ORGANISATION", title(environment.text("TENANT_SLUG", "campaign")));
        values.put("lang", language);
        values.put("name", name);
        values.put("initials", initials(name));
        values.put("domain", environment.text("TENANT_DOMAIN", "localhost"));
        values.put("url", environment.text("PUBLIC_URL", "/"));
        values.put("contact", environment.text("ADMIN_EMAIL", ""));
        values.put("release.label", environment.releaseLabel());
        values.put("release.id", environment.releaseId());
        values.put("t.title", environment.text("CAMPAIGN_TITLE", values.get("t.title")));
        return values;
    }

    /** Converts {@code green-valley} to {@code Green Valley}. */
    private static String title(String slug) {
        return Arrays.stream(slug.split("-"))
                .filter(word -> !word.isEmpty())
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining(" "));
    }

    private static String initials(String name) {
        return Arrays.stream(name.split("\\s+"))
                .limit(2)
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining());
    }

    private static Template template(String name) throws IOException {
        return new Template(new String(Assets.read(name + ".html"), StandardCharsets.UTF_8));
    }
}
