package ai.nominate.tenantmgr.theme.logo;

import java.util.Arrays;

/** The formats in which logos are kept. JPEG files are kept as PNG. */
public enum LogoType {
    PNG("image/png"),
    SVG("image/svg+xml");

    private final String mediaType;

    LogoType(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    public static LogoType of(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst()
                .orElseThrow();
    }
}
