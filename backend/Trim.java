import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/**
 * Removes from the packaged application what each start would do for nothing; see ADR 122.
 *
 * <pre>java backend/Trim.java backend/target/quarkus-app</pre>
 */
class Trim {
    /** Where the framework looks for the document at each start, and where ContractDocument looks at the first request. */
    private static final String FRAMEWORKS = "META-INF/quarkus-generated-openapi-doc.";

    /** In the package of ContractDocument: in META-INF the class loader finds only what was there when the application was built. */
    private static final String OURS = "ai/nominate/tenantmgr/web/contract/openapi.";

    public static void main(String[] arguments) throws IOException {
        Path application = Path.of(arguments[0]);
        try (var files = Files.walk(application.resolve("lib"))) {
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                removeSignatures(jar);
                unseal(jar);
            }
        }
        try (FileSystem generated = open(application.resolve("quarkus/generated-bytecode.jar"))) {
            for (String format : List.of("json", "yaml")) {
                Files.move(generated.getPath(FRAMEWORKS + format.toUpperCase()), generated.getPath(OURS + format));
            }
        }
    }

    /** The JVM keeps no class of a signed jar in its ahead-of-time cache, and checks the whole jar when it loads the first one. */
    private static void removeSignatures(Path jar) throws IOException {
        try (FileSystem content = open(jar)) {
            Path directory = content.getPath("META-INF");
            if (!Files.isDirectory(directory)) {
                return;
            }
            List<Path> signatures;
            try (var files = Files.list(directory)) {
                signatures = files.filter(file -> file.toString().matches(".*\\.(SF|RSA|DSA|EC)")).toList();
            }
            for (Path signature : signatures) {
                Files.delete(signature);
            }
        }
    }

    /**
     * A cache that is used elsewhere than where it was made does not know the jar of a sealed package any more, and the JVM ends with
     * "sealing violation" before it has begun.
     */
    private static void unseal(Path jar) throws IOException {
        try (FileSystem content = open(jar)) {
            Path file = content.getPath("META-INF/MANIFEST.MF");
            if (!Files.exists(file)) {
                return;
            }
            Manifest manifest;
            try (var in = Files.newInputStream(file)) {
                manifest = new Manifest(in);
            }
            if (manifest.getMainAttributes().remove(Attributes.Name.SEALED) != null) {
                try (var out = Files.newOutputStream(file)) {
                    manifest.write(out);
                }
            }
        }
    }

    private static FileSystem open(Path jar) throws IOException {
        return FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of());
    }
}
