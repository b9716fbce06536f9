package ai.nominate.tenantmgr.analysis.browser;

import ai.nominate.tenantmgr.host.file.SafeFiles;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/** Takes pictures of the page, of a limited size, and files that the page has loaded. */
record Pictures(Tab tab, Path directory) {
    static final int TALLEST = 6000;
    private static final int LARGEST_FILE = 2 << 20;

    /** @return the PNG, which is written too; nothing if the browser could not */
    Optional<byte[]> take(String file, int height) {
        ObjectNode request =
                tab.parameters().put("format", "png").put("captureBeyondViewport", height > Capture.HEIGHT);
        request.set(
                "clip",
                tab.parameters()
                        .put("x", 0)
                        .put("y", 0)
                        .put("width", Capture.WIDTH)
                        .put("height", height)
                        .put("scale", 1));
        Optional<byte[]> picture = tab.ask("Page.captureScreenshot", request)
                .map(answer -> Base64.getDecoder().decode(answer.path("data").asText()));
        picture.ifPresent(bytes -> write(file, bytes));
        return picture;
    }

    /** A picture that the page has loaded from that address. */
    Optional<byte[]> loaded(String address) {
        return tab.ask(
                        "Page.getResourceContent",
                        tab.parameters().put("frameId", tab.frame()).put("url", address))
                .map(Pictures::content)
                .filter(bytes -> bytes.length > 0 && bytes.length <= LARGEST_FILE);
    }

    void write(String file, byte[] content) {
        SafeFiles.write(directory.resolve(file), content, "rw-------");
    }

    private static byte[] content(JsonNode answer) {
        String text = answer.path("content").asText();
        return answer.path("base64Encoded").asBoolean()
                ? Base64.getDecoder().decode(text)
                : text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
