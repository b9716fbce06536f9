package ai.nominate.tenantmgr.theme;

import ai.nominate.tenantmgr.theme.logo.Logo;
import ai.nominate.tenantmgr.theme.logo.LogoType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** A tenant's newest theme with its logo as one text, for what outlives the tenant. Every method runs in the caller's session. */
@ApplicationScoped
public class ThemeArchive {
    private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();

    ThemeArchive() {}

    /**
     * A theme.
     *
     * @param content null: the application's own look
     * @param logo null: the application's own
     */
    public record Archived(int version, ThemeContent content, ArchivedLogo logo) {
        public String json() {
            try {
                return JSON.writeValueAsString(this);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        /** @throws IllegalArgumentException if the text is not output of {@link #json} */
        public static Archived parse(String json) {
            try {
                return JSON.readValue(json, Archived.class);
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException("no theme of a backup", e);
            }
        }
    }

    /** @param base64 the picture */
    public record ArchivedLogo(String mediaType, int width, int height, String base64) {
        static ArchivedLogo of(LogoRow row) {
            return new ArchivedLogo(
                    row.mediaType, row.width, row.height, Base64.getEncoder().encodeToString(row.content));
        }

        /** To be made the logo of a tenant. */
        public Logo logo() {
            return new Logo(
                    LogoType.of(mediaType), width, height, Base64.getDecoder().decode(base64));
        }
    }

    /** Empty for a tenant that never had a theme. */
    public Uni<Optional<Archived>> of(UUID tenant) {
        return ThemeRow.newest(tenant).flatMap(row -> {
            if (row == null) {
                return Uni.createFrom().item(Optional.empty());
            }
            return row.logo == null
                    ? Uni.createFrom().item(Optional.of(new Archived(row.version, row.content, null)))
                    : LogoRow.<LogoRow>findById(new LogoRow.Key(tenant, row.logo))
                            .map(logo -> Optional.of(new Archived(row.version, row.content, ArchivedLogo.of(logo))));
        });
    }
}
