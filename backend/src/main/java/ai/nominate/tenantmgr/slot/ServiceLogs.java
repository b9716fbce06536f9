package ai.nominate.tenantmgr.slot;

import ai.nominate.tenantmgr.host.file.LogPage;
import ai.nominate.tenantmgr.host.unit.Supervisor;
import ai.nominate.tenantmgr.host.unit.UnitId;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.kernel.mask.SecretMatcher;
import java.time.Duration;
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
        LogPage all = complete(id, end).all();
        return part(all, all.lines().size() - count);
    }

    LogPage around(UnitId id, String place, int before, int after) {
        LogPage page = supervisor.around(id, place, before + BEFORE, after);
        if (page.lines().isEmpty()) {
            return page;
        }
        MaskedPages pages = complete(id, page);
        return part(pages.all(), pages.shownAt(place) - before);
    }

    private static LogPage part(LogPage page, int from) {
        int first = Math.max(0, from);
        int end = page.lines().size();
        return new LogPage(
                page.lines().subList(first, end), page.places().subList(first, end), page.cursor(), page.cut());
    }

    private LogPage masked(UnitId id, String cursor, LogPage page) {
        if (page.lines().isEmpty()) {
            return page;
        }
        MaskedPages pages = complete(id, page);
        if (pages.isWhole()) {
            return pages.shown(pages.cursor(), page.cut());
        }
        if (pages.whole() == 0) { // the next request begins here again
            return LogPage.empty(cursor);
        }
        return pages.shown(supervisor.log(id, cursor, pages.whole()).cursor(), page.cut());
    }

    /** Reads on to the end of the secret that the page ends within, as far as it is printed. */
    private MaskedPages complete(UnitId id, LogPage page) {
        MaskedPages pages = new MaskedPages(secrets.apply(id.slug()));
        pages.add(page);
        int most = pages.count() + MOST_MORE;
        while (!pages.isWhole() && pages.count() < most) {
            LogPage next = supervisor.log(id, pages.cursor(), 1);
            if (next.lines().isEmpty()) {
                break;
            }
            pages.add(next);
        }
        return pages;
    }
}
