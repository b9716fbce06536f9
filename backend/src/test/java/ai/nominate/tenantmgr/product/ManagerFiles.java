package ai.nominate.tenantmgr.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The files that a manager writes, with the time of their last change; not those of services, NGINX and PostgreSQL. */
final class ManagerFiles {
    private static final List<String> DIRECTORIES =
            List.of("tenants", "nginx", "certificates", "releases", "keys", "run/units");
    private static final String NOT_THE_MANAGERS = ".*/(logs?|temp|storage)(/.*)?|.*\\.log";

    private ManagerFiles() {}

    static Map<String, String> of(Path home) {
        Map<String, String> files = new TreeMap<>();
        for (String directory : DIRECTORIES) {
            HomeFiles.below(home.resolve(directory)).stream()
                    .filter(file -> !file.toString().matches(NOT_THE_MANAGERS))
                    .forEach(file -> files.put(file.toString(), changed(file)));
        }
        assertThat(files).hasSizeGreaterThan(20);
        return files;
    }

    private static String changed(Path file) {
        try {
            return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS) + " "
                    + Files.readAttributes(file, "unix:ino", LinkOption.NOFOLLOW_LINKS);
        } catch (IOException gone) {
            return "gone";
        }
    }
}
