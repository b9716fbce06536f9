package ai.nominate.tenantmgr.theme;

import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.tenant.TenantFiles;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.tenant.TenantStatus;
import ai.nominate.tenantmgr.theme.css.ThemeCss;
import ai.nominate.tenantmgr.theme.logo.LogoType;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The files by which visitors get a tenant's theme: NGINX serves them, and asks the application for what is missing. Blocks;
 * only for tenants of the own server.
 */
@ApplicationScoped
public class ThemeFiles {
    /** The names that {@code tenant.conf} looks for. A drawing bears its type in its name, a picture is a PNG. */
    private static final String CSS = "theme.css";

    private static final String PICTURE = "logo";
    private static final String DRAWING = "logo.svg";
    private static final String MODE = "rw-r--r--";

    private final TenantFiles files;

    ThemeFiles(TenantFiles files) {
        this.files = files;
    }

    /**
     * Makes the files those of the newest version. Does nothing for a tenant that is being deleted.
     *
     * @param permit checked before each file becomes visible
     * @return the number of the version; 0 if there is none
     */
    public int publish(TenantSnapshot tenant, Permit permit) {
        if (tenant.status() == TenantStatus.DELETING) {
            return 0;
        }
        Newest newest = Reactive.transaction(() -> newest(tenant.id()));
        if (newest.row == null) {
            return 0; // it never had one
        }
        Path directory = files.publicFiles(tenant.slug());
        // The drawing wins while both are there, so the order leaves no moment without a logo.
        wanted(newest).forEach((name, content) -> put(directory.resolve(name), content, permit));
        return newest.row.version;
    }

    /** Whether visitors get the newest version: every file is as it should be. */
    boolean isPublished(TenantSnapshot tenant) {
        Newest newest = Reactive.transaction(() -> newest(tenant.id()));
        Path directory = files.publicFiles(tenant.slug());
        return newest.row == null
                || wanted(newest).entrySet().stream()
                        .allMatch(file -> isSame(directory.resolve(file.getKey()), file.getValue()));
    }

    /** The files by their names, in the order in which they are written; null for one that must not exist. */
    private static Map<String, byte[]> wanted(Newest newest) {
        LogoRow logo = newest.logo;
        boolean isDrawing = logo != null && LogoType.of(logo.mediaType) == LogoType.SVG;
        byte[] picture = logo == null || isDrawing ? null : logo.content;
        Map<String, byte[]> wanted = new LinkedHashMap<>();
        wanted.put(CSS, css(newest.row));
        wanted.put(isDrawing ? DRAWING : PICTURE, isDrawing ? logo.content : picture);
        wanted.put(isDrawing ? PICTURE : DRAWING, null);
        return wanted;
    }

    private record Newest(ThemeRow row, LogoRow logo) {}

    private static Uni<Newest> newest(UUID tenant) {
        return ThemeRow.newest(tenant)
                .flatMap(row -> row == null || row.logo == null
                        ? Uni.createFrom().item(new Newest(row, null))
                        : LogoRow.<LogoRow>findById(new LogoRow.Key(tenant, row.logo))
                                .map(logo -> new Newest(row, logo)));
    }

    private static byte[] css(ThemeRow row) {
        return row.content == null
                ? null
                : ThemeCss.of(row.content.theme(), row.version).getBytes(StandardCharsets.UTF_8);
    }

    private static void put(Path file, byte[] content, Permit permit) {
        if (isSame(file, content)) {
            return;
        }
        if (content == null) {
            SafeFiles.deleteTree(file, permit);
        } else {
            SafeFiles.write(file, content, MODE, permit);
        }
    }

    private static boolean isSame(Path file, byte[] content) {
        if (content == null) {
            return !Files.exists(file, LinkOption.NOFOLLOW_LINKS);
        }
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && Files.size(file) == content.length
                    && Arrays.equals(Files.readAllBytes(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file, e);
        }
    }
}
