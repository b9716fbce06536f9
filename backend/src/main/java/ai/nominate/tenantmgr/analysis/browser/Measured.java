package ai.nominate.tenantmgr.analysis.browser;

import ai.nominate.tenantmgr.analysis.evidence.Box;
import ai.nominate.tenantmgr.analysis.evidence.Corner;
import ai.nominate.tenantmgr.analysis.evidence.Declared;
import ai.nominate.tenantmgr.analysis.evidence.FontUse;
import ai.nominate.tenantmgr.analysis.evidence.Hex;
import ai.nominate.tenantmgr.analysis.evidence.Paint;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What collect.js answers. Photographs and painted surfaces are rectangles of four numbers. */
record Measured(
        String address,
        String title,
        int viewport,
        int height,
        Hex background,
        Hex foreground,
        int elements,
        boolean complete,
        List<Paint> paints,
        List<Declared> declared,
        List<Icon> icons,
        List<Mark> logos,
        List<int[]> masks,
        List<int[]> painted,
        List<FontUse> fonts,
        List<Corner> corners,
        @JsonProperty("hidden") int aside) {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** An icon that the page names in its head. */
    record Icon(String address, String rel, String sizes) {}

    /** A picture that may be the logo. */
    record Mark(String tag, String address, String alt, List<String> signs, boolean dark, String svg, Box box) {}

    /** The script itself. */
    static String script() throws IOException {
        try (InputStream file = Measured.class.getResourceAsStream("/analysis/collect.js")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static Measured read(String json) throws IOException {
        return MAPPER.readValue(json, Measured.class);
    }

    /** Photographs in the first screen. */
    List<Box> photographs() {
        return masks.stream().map(Measured::box).toList();
    }

    List<Box> surfaces() {
        return painted.stream().map(Measured::box).toList();
    }

    private static Box box(int[] numbers) {
        return new Box(numbers[0], numbers[1], numbers[2], numbers[3]);
    }
}
