package ai.nominate.tenantmgr.analysis.corpus;

import ai.nominate.tenantmgr.analysis.evidence.Logo;
import ai.nominate.tenantmgr.analysis.evidence.Look;
import ai.nominate.tenantmgr.analysis.evidence.Paint;
import ai.nominate.tenantmgr.analysis.evidence.Snapshot;
import ai.nominate.tenantmgr.analysis.evidence.SnapshotJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The committed evidence of the corpus, which make test extracts from without a browser. */
public final class Evidence {
    public static final Path DIRECTORY = Path.of("src/test/resources/theme/evidence");

    private Evidence() {}

    /** @param mangled of the page without names */
    public static Snapshot of(Site site, boolean mangled) {
        try {
            return SnapshotJson.read(
                    mangled ? HashedEvidence.read().get(site.name()) : Files.readAllBytes(file(site.name())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path file(String name) {
        return DIRECTORY.resolve(name + ".json");
    }

    /** The same page as if its author had declared nothing: no custom properties, no colours in its head. */
    public static Snapshot withoutTokens(Snapshot page) {
        Look light = page.light();
        return new Snapshot(
                page.address(),
                page.title(),
                page.viewport(),
                page.height(),
                page.screenshots(),
                look(light, 8, false),
                null,
                List.of(),
                page.fonts(),
                page.corners(),
                page.logos(),
                page.notes());
    }

    /** What is committed: one box per paint, no second scheme, no pictures. */
    public static Snapshot compact(Snapshot page) {
        return new Snapshot(
                page.address(),
                page.title(),
                page.viewport(),
                page.height(),
                List.of(),
                look(page.light(), 1, true),
                null,
                page.declared(),
                page.fonts(),
                page.corners(),
                page.logos().stream().map(Evidence::withoutFile).toList(),
                page.notes());
    }

    private static Logo withoutFile(Logo logo) {
        return new Logo(
                logo.id(),
                logo.source(),
                logo.address(),
                "",
                logo.alt(),
                logo.box(),
                logo.colours(),
                logo.signs(),
                logo.onDark());
    }

    private static Look look(Look look, int boxes, boolean properties) {
        List<Paint> paints = look.paints().stream()
                .map(paint -> new Paint(
                        paint.colour(),
                        paint.kind(),
                        paint.count(),
                        paint.area(),
                        paint.boxes().subList(0, Math.min(boxes, paint.boxes().size())),
                        paint.selector(),
                        properties ? paint.properties() : List.of(),
                        paint.status(),
                        paint.call()))
                .toList();
        return new Look(
                look.scheme(),
                look.background(),
                look.foreground(),
                look.elements(),
                look.complete(),
                paints,
                look.pixels());
    }
}
