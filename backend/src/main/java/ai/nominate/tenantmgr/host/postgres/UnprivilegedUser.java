package ai.nominate.tenantmgr.host.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs programs that refuse to run as root. In a user namespace without a mapping they run as nobody, without root's
 * power over others' files, and still own root's files.
 */
final class UnprivilegedUser {
    private static final boolean ROOT = isRoot();

    private UnprivilegedUser() {}

    static List<String> words(List<String> argv) {
        if (!ROOT) {
            return argv;
        }
        List<String> words = new ArrayList<>(List.of("/usr/bin/unshare", "--user", "--"));
        words.addAll(argv);
        return words;
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
