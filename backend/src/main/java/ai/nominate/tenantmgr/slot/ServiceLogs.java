package ai.nominate.tenantmgr.slot;

import ai.nominate.tenantmgr.host.file.LogPage;
import ai.nominate.tenantmgr.host.unit.Supervisor;
import ai.nominate.tenantmgr.host.unit.UnitId;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.kernel.mask.MaskedLines;
import ai.nominate.tenantmgr.kernel.mask.SecretMatcher;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * The only reader of the logs that services write themselves: nobody else has masked the tenant's secrets in them. A secret of
 * several lines is found across the end of a page too. Blocks.
 */
final class ServiceLogs {
    /** Lines beyond its limit that a page may take up to the end of a secret. */
    private static final int MOST_MORE = 2000;
    /** Lines before the wanted ones that are looked at, because a secret may begin in them. */
    private static final int BEFORE = 1000;

    private final Supervisor supervisor;
    private final Function<TenantSlug, SecretMatcher> secrets;

    /** @param secrets those of a tenant; asked only for lines that there are */
    ServiceLogs(Supervisor supervisor, Function<TenantSlug, SecretMatcher> secrets) {
        this.supervisor = supervisor;
        this.secrets = secrets;
    }

    LogPage page(UnitId id, String cursor, int limit) {
        return masked(id, cursor, supervisor.log(id, cursor, limit));
    }

    LogPage follow(UnitId id, String cursor, int limit, Duration patience) {
        return masked(id, cursor, supervisor.follow(id, cursor, limit, patience));
    }

    LogPage end(UnitId id, int count) {
        LogPage end = supervisor.lastPage(id, count + BEFORE);
        if (end.lines().isEmpty()) {
            return end;
        }
        MaskedLines lines = masked(id, end);
        LogPage last = complete(id, lines, end);
        List<String> all = lines.all();
        return new LogPage(all.subList(Math.max(0, all.size() - count), all.size()), last.cursor(), false);
    }

    private LogPage masked(UnitId id, String cursor, LogPage page) {
        if (page.lines().isEmpty()) {
            return page;
        }
        MaskedLines lines = masked(id, page);
        LogPage last = complete(id, lines, page);
        if (lines.isWhole()) {
            return new LogPage(lines.shown(), last.cursor(), page.cut());
        }
        if (lines.whole() == 0) { // the next request begins here again
            return new LogPage(List.of(), cursor, false);
        }
        return new LogPage(
                lines.shown(), supervisor.log(id, cursor, lines.whole()).cursor(), page.cut());
    }

    private MaskedLines masked(UnitId id, LogPage page) {
        MaskedLines lines = new MaskedLines(secrets.apply(id.slug()));
        page.lines().forEach(lines::add);
        return lines;
    }

    /** Reads on to the end of the secret that the page ends within, as far as it is printed. */
    private LogPage complete(UnitId id, MaskedLines lines, LogPage page) {
        LogPage last = page;
        int most = lines.count() + MOST_MORE;
        while (!lines.isWhole() && lines.count() < most) {
            LogPage next = supervisor.log(id, last.cursor(), 1);
            if (next.lines().isEmpty()) {
                break;
            }
            next.lines().forEach(lines::add);
            last = next;
        }
        return last;
    }
}
