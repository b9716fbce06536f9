package ai.nominate.tenantmgr;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which package uses classes of which other package directly, sub-packages by their own names: {@code host.command}. */
record Imports(Map<String, Set<String>> direct) {
    /** The name of the package that starts the program. */
    static final String ROOT = "(root)";

    static Imports of(JavaClasses product) {
        Map<String, Set<String>> direct = new TreeMap<>();
        for (JavaClass type : product) {
            Set<String> to = direct.computeIfAbsent(name(type), each -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> isOurs(target) && !name(target).equals(name(type)))
                    .forEach(target -> to.add(name(target)));
        }
        return new Imports(direct);
    }

    /** Whether a class of one feature uses a class of another; a feature is a package with its sub-packages. */
    boolean has(String from, String to) {
        return direct.entrySet().stream()
                .filter(line -> feature(line.getKey()).equals(from))
                .flatMap(line -> line.getValue().stream())
                .anyMatch(name -> feature(name).equals(to));
    }

    /** One line for each package that imports any. */
    String text() {
        return direct.entrySet().stream()
                .filter(line -> !line.getValue().isEmpty())
                .map(line -> line.getKey() + " -> " + String.join(", ", line.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().equals(Drawing.ROOT)
                || type.getPackageName().startsWith(Drawing.ROOT + ".");
    }

    private static String name(JavaClass type) {
        return type.getPackageName().equals(Drawing.ROOT)
                ? ROOT
                : type.getPackageName().substring(Drawing.ROOT.length() + 1);
    }

    private static String feature(String name) {
        return name.split("\\.")[0];
    }
}
