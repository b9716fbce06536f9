package ai.nominate.tenantmgr.analysis;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/**
 * The screenshots of an analysis in the database, where every manager can read them. Each method runs in the caller's session.
 *
 * @param part {@code viewport} or {@code page}
 * @param scheme {@code light} or {@code dark}
 */
record ScreenshotRow(String part, String scheme, int width, int height) {
    private static final String LIST = """
            select part, scheme, width, height from analysis_screenshot where analysis_id = :id
            order by scheme desc, part desc""";
    private static final String READ = """
            select png from analysis_screenshot where analysis_id = :id and part = :part and scheme = :scheme""";
    private static final String CLEAR = "delete from analysis_screenshot where analysis_id = :id";
    private static final String INSERT = """
            insert into analysis_screenshot (analysis_id, part, scheme, width, height, png)
            values (:id, :part, :scheme, :width, :height, :png)""";

    /** A screenshot and its PNG. */
    record Picture(ScreenshotRow row, byte[] png) {}

    static Uni<List<ScreenshotRow>> list(UUID analysis) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(LIST, Object[].class)
                        .setParameter("id", analysis)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new ScreenshotRow(
                                (String) row[0],
                                (String) row[1],
                                ((Number) row[2]).intValue(),
                                ((Number) row[3]).intValue()))
                        .toList());
    }

    /** The PNG; null if there is none. */
    static Uni<byte[]> read(UUID analysis, String part, String scheme) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(READ, byte[].class)
                        .setParameter("id", analysis)
                        .setParameter("part", part)
                        .setParameter("scheme", scheme)
                        .getSingleResultOrNull());
    }

    /** Replaces those of the analysis, so that a step may run twice. */
    static Uni<Void> replace(UUID analysis, List<Picture> pictures) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(CLEAR)
                        .setParameter("id", analysis)
                        .executeUpdate()
                        .flatMap(done -> Multi.createFrom()
                                .iterable(pictures)
                                .onItem()
                                .transformToUniAndConcatenate(picture -> session.createNativeQuery(INSERT)
                                        .setParameter("id", analysis)
                                        .setParameter("part", picture.row().part())
                                        .setParameter("scheme", picture.row().scheme())
                                        .setParameter("width", picture.row().width())
                                        .setParameter("height", picture.row().height())
                                        .setParameter("png", picture.png())
                                        .executeUpdate())
                                .collect()
                                .last()
                                .replaceWithVoid()));
    }
}
