package ai.nominate.tenantmgr.control.maintenance;

import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.tenant.TenantTimeZone;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The page that visitors get, as a function of its texts. Has no script and loads nothing. */
final class MaintenancePage {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM, HH:mm", Locale.ENGLISH);
    private static final String USUAL = "This site is under maintenance. Saved data is not affected.";
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>Maintenance: %1$s</title>
            <style>
              :root { color-scheme: light dark; --ink: #1c2430; --soft: #5b6676; --ground: #f6f7f9; --card: #fff; --line: #e2e6ec; --mark: #3b6cf6 }
              @media (prefers-color-scheme: dark) { :root { --ink: #e8ecf2; --soft: #9aa6b6; --ground: #12161d; --card: #1a2029; --line: #2a323e; --mark: #7ea0ff } }
              * { box-sizing: border-box }
              body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1.5rem; background: var(--ground); color: var(--ink); font: 1.0625rem/1.6 system-ui, sans-serif }
              main { max-width: 30rem; padding: 2.5rem; background: var(--card); border: 1px solid var(--line); border-top: 4px solid var(--mark); border-radius: .75rem; overflow-wrap: anywhere }
              h1 { margin: 0 0 .75rem; font-size: 1.5rem; line-height: 1.25 }
              p { margin: 0; color: var(--soft) }
              p + p { margin-top: .75rem }
            </style>
            <main>
              <h1>%1$s will be back soon</h1>
              <p>%2$s</p>
            %3$s</main>
            </html>
            """;

    private MaintenancePage() {}

    /** @param row its maintenance */
    static String of(TenantSnapshot tenant, MaintenanceRow row) {
        String end = row.end == null
                ? ""
                : "  <p>Expected to end: "
                        + time(
                                row.end,
                                tenant.notes()
                                        .timeZone()
                                        .map(TenantTimeZone::zone)
                                        .orElse(ZoneOffset.UTC))
                        + "</p>\n";
        return PAGE.formatted(escaped(tenant.name()), escaped(row.message == null ? USUAL : row.message), end);
    }

    static String time(Instant time, ZoneId zone) {
        ZonedDateTime local = time.atZone(zone);
        return TIME.format(local) + " (" + (zone.equals(ZoneOffset.UTC) ? "UTC" : escaped(zone.getId())) + ")";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
