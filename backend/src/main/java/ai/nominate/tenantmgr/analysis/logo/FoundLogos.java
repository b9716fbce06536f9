package ai.nominate.tenantmgr.analysis.logo;

import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.theme.logo.Logo;
import ai.nominate.tenantmgr.theme.logo.LogoType;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** The found logos of an analysis in the database. Each method runs in the caller's session. */
public final class FoundLogos {
    private static final String LIST =
            "select id, media_type, width, height, content from analysis_logo where analysis_id = :id order by id";
    private static final String CLEAR = "delete from analysis_logo where analysis_id = :id";
    private static final String INSERT = """
            insert into analysis_logo (analysis_id, id, media_type, width, height, content)
            values (:analysis, :id, :type, :width, :height, :content)""";

    private FoundLogos() {}

    /** At most four, in the order of the page. */
    public static Uni<List<FoundLogo>> list(UUID analysis) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(LIST, Object[].class)
                        .setParameter("id", analysis)
                        .getResultList())
                .map(rows -> rows.stream().map(FoundLogos::read).toList());
    }

    /** @throws ProblemException {@link FoundLogoProblem#UNKNOWN} if the analysis has none with that id */
    public static Uni<Logo> get(UUID analysis, String id) {
        return list(analysis)
                .map(logos -> logos.stream()
                        .filter(logo -> logo.id().equals(id))
                        .map(FoundLogo::logo)
                        .findFirst()
                        .orElseThrow(() -> new ProblemException(
                                FoundLogoProblem.UNKNOWN,
                                "The answer of GET /api/analyses/{id} lists those there are")));
    }

    /** Replaces those of the analysis, so that a step may run twice. */
    public static Uni<Void> replace(UUID analysis, List<FoundLogo> logos) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(CLEAR)
                        .setParameter("id", analysis)
                        .executeUpdate()
                        .flatMap(done -> Multi.createFrom()
                                .iterable(logos)
                                .onItem()
                                .transformToUniAndConcatenate(found -> session.createNativeQuery(INSERT)
                                        .setParameter("analysis", analysis)
                                        .setParameter("id", found.id())
                                        .setParameter(
                                                "type", found.logo().type().mediaType())
                                        .setParameter("width", found.logo().width())
                                        .setParameter("height", found.logo().height())
                                        .setParameter("content", found.logo().content())
                                        .executeUpdate())
                                .collect()
                                .last()
                                .replaceWithVoid()));
    }

    private static FoundLogo read(Object[] row) {
        return new FoundLogo(
                (String) row[0],
                new Logo(LogoType.of((String) row[1]), ((Number) row[2]).intValue(), ((Number) row[3]).intValue(), (byte
                                [])
                        row[4]));
    }
}
