package ai.nominate.tenantmgr;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;

/** The compiled classes of the product, for tests that read their annotations. */
public final class ProductClasses {
    private ProductClasses() {}

    /** Without the classes of libraries: within Quarkus their addresses are its own, which ArchUnit cannot read. */
    public static JavaClasses alone() {
        return ArchConfiguration.withThreadLocalScope(configuration -> {
            configuration.setResolveMissingDependenciesFromClassPath(false);
            return new ClassFileImporter().importPath(Path.of("target/classes"));
        });
    }
}
