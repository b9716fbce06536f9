package ai.nominate.tenantmgr.analysis.corpus;

import ai.nominate.tenantmgr.theme.colour.Oklch;
import ai.nominate.tenantmgr.theme.colour.Srgb;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The page of an authored site.
 *
 * @param layout 0 marketing with a white header, 1 a coloured header, 2 documentation with a sidebar, 3 a shop with pictures
 * @param manner how colours and classes are named: 0 custom properties and plain classes, 1 plain classes, 2 like Bootstrap, 3 hashes
 */
public record Template(Site site, String name, String primary, String second, String font, int layout, int manner) {
    private static final Pattern CLASS = Pattern.compile("class=(?:\"([^\"]*)\"|([a-z-]+))");
    private static final Pattern SELECTOR = Pattern.compile("\\.([a-z][a-z-]*)(?=[\\s{,:>.])");

    /** @param mangled whether all names of classes and ids say nothing */
    public String html(boolean mangled) {
        String style = style();
        String body = body();
        boolean hashes = mangled || manner == 3 || site.trap() == Site.Trap.NO_NAMES;
        if (hashes) {
            style = Hashed.replaced(SELECTOR, style, match -> "." + Hashed.name(match.group(1)));
            body = Hashed.replaced(
                    CLASS,
                    body,
                    match ->
                            "class=\"" + Hashed.names(match.group(1) == null ? match.group(2) : match.group(1)) + "\"");
            body = body.replaceAll(" id=[a-z-]+", "");
        }
        return "<!doctype html><html lang=en><meta charset=utf-8><title>" + title() + "</title>" + head() + "<style>"
                + style + "</style><body>" + body + "</body></html>";
    }

    private String title() {
        return site.trap() == Site.Trap.NO_BRAND ? "Notes" : name + " | Home";
    }

    private String head() {
        return manner == 1 && site.trap() == Site.Trap.PLAIN
                ? "<meta name=theme-color content=\"" + primary + "\">"
                : "";
    }

    private boolean isDark() {
        return site.trap() == Site.Trap.DARK_SITE;
    }

    private String ground() {
        return isDark() ? "#0f1115" : "#ffffff";
    }

    private String ink() {
        return isDark() ? "#e6e8eb" : "#23272f";
    }

    private String onPrimary() {
        return Srgb.of(primary).luminance() > 0.4 ? "#111111" : "#ffffff";
    }

    /** The brand's colour as the style sheet writes it. */
    private String brand() {
        if (site.trap() == Site.Trap.OKLCH) {
            Oklch colour = Oklch.of(Srgb.of(primary));
            return String.format(
                    Locale.ROOT, "oklch(%.5f %.5f %.3f)", colour.lightness(), colour.chroma(), colour.hue());
        }
        return primary;
    }

    private String style() {
        if (site.trap() == Site.Trap.NO_BRAND) {
            return "body{font:16px '" + font
                    + "';max-width:46em;margin:2em auto;color:#222}td{border:1px solid #ccc;padding:4px}";
        }
        String main = manner == 0 ? "var(--brand)" : manner == 2 ? "var(--bs-primary)" : brand();
        String declared = manner == 0
                ? ":root{--brand:" + brand() + ";--ink:" + ink() + ";--accent-2:" + second + "}"
                : manner == 2
                        ? ":root{--bs-primary:" + brand() + ";--bs-blue:#0d6efd;--bs-red:#dc3545;--bs-body-color:"
                                + ink() + "}"
                        : "";
        boolean ghost = site.trap() == Site.Trap.GHOST;
        boolean quiet = site.trap() == Site.Trap.LOGO_ONLY;
        String action = quiet ? "#e5e7eb" : main;
        String onAction = quiet ? "#23272f" : onPrimary();
        String cta = ghost
                ? "background:transparent;color:" + main + ";border:2px solid " + main
                : site.trap() == Site.Trap.GRADIENT
                        ? "background:linear-gradient(90deg," + brand() + "," + brand() + " 60%," + second + ");color:"
                                + onPrimary() + ";border:0"
                        : site.trap() == Site.Trap.OTHER_CTA
                                ? "background:" + second + ";color:#fff;border:0"
                                : "background:" + action + ";color:" + onAction + ";border:0";
        String bar = layout == 1 && !quiet && !ghost ? main : ground();
        boolean barred = layout == 1 && !quiet && !ghost || site.trap() == Site.Trap.OTHER_CTA;
        if (site.trap() == Site.Trap.OTHER_CTA) {
            bar = main;
        }
        return declared + "body{margin:0;font:16px/1.5 '" + font + "';background:" + ground() + ";color:" + ink() + "}"
                + ".site-header{display:flex;align-items:center;gap:24px;padding:16px 40px;background:" + bar
                + ";border-bottom:1px solid "
                + (isDark() ? "#2a2f38" : "#e5e7eb") + "}.site-header a{color:" + (barred ? onPrimary() : ink())
                + ";text-decoration:none}"
                + ".btn{display:inline-block;padding:12px 26px;border-radius:" + (layout * 4)
                + "px;font:inherit;text-decoration:none;" + cta + "}"
                + ".hero{padding:80px 40px;background:" + (isDark() ? "#151922" : "#f6f7f9")
                + "}.hero h1{font-size:44px;margin:0 0 16px}"
                + ".features{display:grid;grid-template-columns:repeat(3,1fr);gap:24px;padding:40px}"
                + ".card{border:1px solid " + (isDark() ? "#2a2f38" : "#e5e7eb")
                + ";border-radius:8px;padding:20px;box-shadow:0 1px 2px #0002}"
                + ".link{color:" + (quiet ? "#374151" : main) + "}.tag{display:inline-block;background:" + second
                + ";color:#fff;padding:2px 10px;border-radius:4px}.foot{background:"
                + (isDark() ? "#0a0c10" : "#20252e")
                + ";color:#c5cad3;padding:40px}.foot a{color:#c5cad3}.side{float:left;width:240px;padding:24px}.side a{display:block;color:"
                + ink()
                + "}.side .here{color:" + (quiet ? "#111" : main)
                + ";font-weight:bold}.pic{display:block;width:100%;height:220px}"
                + ".wide{width:100%;height:420px;display:block}.alert-danger{background:#dc3545;color:#fff;padding:14px}"
                + ".badge-sale{background:#dc2626;color:#fff;padding:4px 10px}.error-text{color:#dc2626}"
                + ".cookie-consent{position:fixed;left:0;right:0;bottom:0;background:#06b6d4;color:#fff;padding:28px 40px}"
                + ".cookie-consent button{background:#facc15;border:0;padding:14px 40px;font:inherit}"
                + ".chat-widget{position:fixed;right:24px;bottom:24px;width:64px;height:64px;border-radius:32px;background:#ff00aa;border:0}"
                + ".form-control{border:1px solid #0d6efd;padding:8px}.btn-blue{background:#0d6efd;color:#fff;border:0;padding:8px 16px}"
                + ".wall{display:flex;gap:40px;padding:30px 40px}";
    }

    private String body() {
        return switch (site.trap()) {
            case NO_BRAND -> NotBranded.body(name);
            default -> header() + traps() + main() + foot();
        };
    }

    private String logo() {
        String fill = site.trap() == Site.Trap.CURRENT_COLOR
                ? "currentColor"
                : layout == 1 && site.trap() != Site.Trap.LOGO_ONLY && site.trap() != Site.Trap.GHOST
                                || site.trap() == Site.Trap.OTHER_CTA
                        ? onPrimary()
                        : primary;
        String colour = site.trap() == Site.Trap.CURRENT_COLOR && layout != 1 ? " style=\"color:" + primary + "\"" : "";
        String svg = "<svg" + colour + " width=132 height=32 viewBox=\"0 0 132 32\" role=img aria-label=\"" + name
                + " logo\" class=logo>"
                + "<rect width=28 height=28 y=2 rx=6 fill=\"" + fill + "\"/><circle cx=50 cy=16 r=11 fill=\"" + fill
                + "\"/><path d=\"M70 5h58v8H70zM70 19h40v8H70z\" fill=\"" + fill + "\"/></svg>";
        return "<a class=home href=\"/" + "\">" + svg + "</a>";
    }

    private String header() {
        return "<header class=site-header>" + logo()
                + "<nav><a href=/a>Product</a> <a href=/b>Prices</a> <a href=/c>Documentation</a></nav>"
                + (layout == 2 || site.trap() == Site.Trap.LOGO_ONLY ? "" : "<a class=btn href=/go>Start now</a>")
                + "</header>";
    }

    private String traps() {
        return switch (site.trap()) {
            case CONSENT ->
                "<div class=cookie-consent id=cookies>We use cookies to improve this site and to measure visits. <button>Accept all cookies</button></div>";
            case PHOTO -> "<img class=wide alt=\"\" src=\"" + photo("#ff3c00", "#ffd000", "#7a00ff") + "\">";
            case STATUS_RED ->
                "<div class=alert-danger>Deliveries are late today.</div><p class=error-text>Your card was refused.</p>"
                        + "<span class=badge-sale>-20 %</span> ".repeat(14);
            case CHAT -> "<button class=chat-widget aria-label=Chat></button>";
            case LOGO_WALL ->
                "<section class=wall>" + mark("#e11d48") + mark("#7c3aed") + mark("#0891b2") + mark("#65a30d")
                        + mark("#ea580c") + "</section>";
            case DEFAULT_BLUE ->
                "<form><input class=form-control value=Mail> <button class=btn-blue>Subscribe</button> <button class=btn-blue>Filter</button>"
                        + " <button class=btn-blue>Sort</button></form>";
            default -> "";
        };
    }

    private String main() {
        String cards =
                ("<div class=card><h3>Made for teams</h3><p>Everything that a team needs to plan work and to see what is done, in one place. "
                                + "<a class=link href=/x>Read more</a></p></div>")
                        .repeat(layout == 2 ? 2 : 6);
        String pictures = layout == 3
                ? "<div class=features>"
                        + ("<div class=card><img class=pic alt=\"\" src=\"" + photo("#8aa17c", "#d9c7a3", "#5b6c7d")
                                        + "\"><p>Chair <a class=link href=/i>Details</a></p><button class=btn>Buy</button></div>")
                                .repeat(3)
                        + "</div>"
                : "";
        String side = layout == 2
                ? "<div class=side><a class=here href=/1>Introduction</a>" + "<a href=/2>Chapter</a>".repeat(9)
                        + "</div>"
                : "";
        boolean plain = site.trap() == Site.Trap.LOGO_ONLY
                || site.trap() == Site.Trap.MONOCHROME
                || site.trap() == Site.Trap.BLACK_CTA;
        String tags = plain ? "" : "<span class=tag>New</span> <span class=tag>Beta</span>";
        return side + "<section class=hero><h1>" + name
                + " makes work simple</h1><p>One place for plans, people and results. " + tags
                + "</p><a class=btn href=/start>Start for free</a> <a class=link href=/tour>Take the tour</a></section>"
                + pictures
                + "<section class=features>" + cards + "</section>";
    }

    private String foot() {
        return "<footer class=foot><p>" + name
                + " Ltd. All rights reserved. <a href=/p>Privacy</a> <a href=/t>Terms</a></p></footer>";
    }

    private static String mark(String colour) {
        return "<svg width=140 height=40><rect width=140 height=40 fill=\"" + colour + "\"/></svg>";
    }

    private static String photo(String... colours) {
        StringBuilder stops = new StringBuilder();
        for (int i = 0; i < colours.length; i++) {
            stops.append("<stop offset='")
                    .append(i / 2.0)
                    .append("' stop-color='")
                    .append(colours[i])
                    .append("'/>");
        }
        String svg = "<svg xmlns='http://www.w3.org/2000/svg' width='800' height='400'><linearGradient id='g'>" + stops
                + "</linearGradient><rect width='800' height='400' fill='url(#g)'/></svg>";
        return "data:image/svg+xml,"
                + svg.replace("#", "%23").replace("<", "%3C").replace(">", "%3E");
    }
}
