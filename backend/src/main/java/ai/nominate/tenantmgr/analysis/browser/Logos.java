package ai.nominate.tenantmgr.analysis.browser;

import ai.nominate.tenantmgr.analysis.evidence.Logo;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the files and the colours of the pictures that may be the logo. */
record Logos(Pictures pictures, Pixels page) {
    private static final int WITH_FILE = 4;

    List<Logo> of(Measured measured) {
        List<Logo> logos = new ArrayList<>();
        for (Measured.Mark mark : measured.logos()) {
            String id = "l" + logos.size();
            String file = logos.size() < WITH_FILE ? file(id, mark) : "";
            logos.add(new Logo(
                    id,
                    switch (mark.tag()) {
                        case "img" -> Logo.Source.IMAGE;
                        case "svg" -> Logo.Source.SVG;
                        default -> Logo.Source.BACKGROUND;
                    },
                    mark.address().startsWith("data:") ? "" : mark.address(),
                    file,
                    mark.alt(),
                    mark.box(),
                    page.inside(mark.box()),
                    mark.signs(),
                    mark.dark()));
        }
        for (Measured.Icon icon : measured.icons()) {
            logos.add(new Logo(
                    "l" + logos.size(),
                    Logo.Source.ICON,
                    icon.address().startsWith("data:") ? "" : icon.address(),
                    "",
                    "",
                    null,
                    List.of(),
                    List.of(icon.rel()),
                    false));
        }
        return logos;
    }

    private String file(String id, Measured.Mark mark) {
        Optional<byte[]> content = !mark.svg().isEmpty()
                ? Optional.of(mark.svg().getBytes(StandardCharsets.UTF_8))
                : mark.address().isEmpty() ? Optional.empty() : pictures.loaded(mark.address());
        return content.flatMap(bytes -> ending(bytes).map(ending -> {
                    pictures.write(id + ending, bytes);
                    return id + ending;
                }))
                .orElse("");
    }

    /** The format by the first bytes, not by the type that the page declares; empty if they are not a picture. */
    private static Optional<String> ending(byte[] content) {
        String start = new String(content, 0, Math.min(content.length, 512), StandardCharsets.ISO_8859_1);
        if (start.startsWith("\u0089PNG")) {
            return Optional.of(".png");
        }
        if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of(".jpg");
        }
        if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
            return Optional.of(".webp");
        }
        return start.contains("<svg") ? Optional.of(".svg") : Optional.empty();
    }
}
