package ai.nominate.tenantmgr.analysis.browser;

import ai.nominate.tenantmgr.analysis.evidence.Width;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/** Takes pictures of the page, of a limited size, and files that the page has loaded. */
record Pictures(Tab tab, Path directory) {
    static final int TALLEST = 6000;
    private static final int LARGEST_FILE = 2 << 20;

    /** @return the PNG, which is written too; nothing if the browser could not */
    Optional<byte[]> take(String file, int height) {
        Optional<byte[]> picture = tab.picture(height);
        picture.ifPresent(bytes -> write(file, bytes));
        return picture;
    }

    /** @return whether the browser could take and write it */
    boolean take(String file, Width window, int height) {
        Optional<byte[]> picture = tab.picture(window, height);
        picture.ifPresent(bytes -> write(file, bytes));
        return picture.isPresent();
    }

    /** A picture that the page has loaded from that address. */
    Optional<byte[]> loaded(String address) {
        JsonObject question = new JsonObject();
        question.addProperty("frameId", tab.frame());
        question.addProperty("url", address);
        return tab.ask("Page.getResourceContent", question)
                .map(Pictures::content)
                .filter(bytes -> bytes.length > 0 && bytes.length <= LARGEST_FILE);
    }

    void write(String file, byte[] content) {
        SafeFiles.write(directory.resolve(file), content, "rw-------");
    }

    private static byte[] content(JsonObject answer) {
        String text = answer.get("content").getAsString();
        return answer.get("base64Encoded").getAsBoolean()
                ? Base64.getDecoder().decode(text)
                : text.getBytes(StandardCharsets.UTF_8);
    }
}
