package ai.nominate.tenantmgr.backup.bundle;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where the entries of an archive that a tenant has made lie in a bundle: only below known directories, by names that all machines read. */
final class ArchiveNames {
    private static final Set<String> ODD_PARTS = Set.of("", ".", "..");
    private final Map<String, String> roots = new LinkedHashMap<>();

    void put(String from, String to) {
        roots.put(from, to);
    }

    /** @return the name in the bundle; empty if it has no place there */
    Optional<String> of(String given) {
        String plain = given.endsWith("/") ? given.substring(0, given.length() - 1) : given;
        return roots.entrySet().stream()
                .filter(root -> plain.equals(root.getKey()) || plain.startsWith(root.getKey() + "/"))
                .map(root -> root.getValue() + plain.substring(root.getKey().length()))
                .filter(ArchiveNames::isPlain)
                .findFirst();
    }

    /** Whether a link does not lead out of the directory that its name begins with. */
    static boolean stays(String link, String leads) {
        try {
            Path path = Path.of("/" + link);
            return path.getNameCount() > 1
                    && isText(leads)
                    && InsideLink.stays(path.getRoot().resolve(path.getName(0)), path, Path.of(leads));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static boolean isPlain(String name) {
        return isText(name) && Stream.of(name.split("/", -1)).noneMatch(ODD_PARTS::contains);
    }

    /** What is no UTF-8 comes with a sign in its place, which may stand for anything. */
    private static boolean isText(String name) {
        return !name.isEmpty() && name.indexOf('\0') < 0 && name.indexOf('\uFFFD') < 0;
    }
}
