package ai.nominate.tenantmgr.nginx;

import ai.nominate.tenantmgr.host.file.SafeFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Directories for NGINX's logs and request bodies, and its own error pages. */
final class NginxDirectories {
    private NginxDirectories() {}

    static void prepare(NginxSettings settings) {
        for (String name : List.of("logs", "temp", "pages")) {
            SafeFiles.directory(settings.directory().resolve(name), "rwxr-xr-x");
        }
        for (Path directory : List.of(
                settings.home().acme(),
                settings.home().tenants(),
                settings.home().certificates())) {
            SafeFiles.directory(directory, "rwxr-xr-x");
        }
        for (String page : List.of("404.html", "502.html", "503.html")) {
            write(
                    settings.directory().resolve("pages").resolve(page),
                    Template.named("pages/" + page).text());
        }
    }

    private static void write(Path file, String text) {
        try {
            if (!Files.exists(file) || !Files.readString(file).equals(text)) {
                SafeFiles.write(file, text, "rw-r--r--");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file, e);
        }
    }
}
