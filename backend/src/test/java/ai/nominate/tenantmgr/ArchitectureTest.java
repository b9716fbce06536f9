package ai.nominate.tenantmgr;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.analysis.browser.ExitCode;
import ai.nominate.tenantmgr.analysis.browser.Main;
import ai.nominate.tenantmgr.host.command.Command;
import ai.nominate.tenantmgr.host.command.DetachedLauncher;
import ai.nominate.tenantmgr.host.command.LocalRunner;
import ai.nominate.tenantmgr.host.command.Runner;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.systemd.SystemdDriver;
import ai.nominate.tenantmgr.host.unit.DrivenSupervisor;
import ai.nominate.tenantmgr.host.unit.LogRotation;
import ai.nominate.tenantmgr.host.unit.ProcessSupervisor;
import ai.nominate.tenantmgr.host.unit.Supervisor;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.quarkus.websockets.next.WebSocket;
import io.smallrye.mutiny.groups.UniAwait;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Architecture rules that the compiler cannot check. */
class ArchitectureTest {
    /** Read once for all tests of the architecture. */
    static final JavaClasses PRODUCT = new ClassFileImporter().importPath(Path.of("target/classes"));

    @TestFactory
    Stream<DynamicTest> a_package_imports_only_what_it_can_reach() {
        return Drawing.packages().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    Set<String> forbidden = new TreeSet<>(Drawing.packages());
                    forbidden.removeAll(Drawing.reachableFrom(name));
                    noClasses()
                            .that(are(in(name)))
                            .should()
                            .dependOnClassesThat(are(in(forbidden.toArray(String[]::new))))
                            .check(PRODUCT);
                }));
    }

    @Test
    void every_package_is_on_the_drawing() {
        Set<String> features = new TreeSet<>();
        PRODUCT.getPackage(Drawing.ROOT).getSubpackages().forEach(each -> features.add(each.getRelativeName()));

        assertThat(features).isEqualTo(new TreeSet<>(Drawing.packages()));
    }

    @Test
    void packages_are_free_of_cycles() {
        slices().matching(Drawing.ROOT + ".(*)..").should().beFreeOfCycles().check(PRODUCT);
    }

    @Test
    void packages_and_their_sub_packages_are_free_of_cycles() {
        slices().matching(Drawing.ROOT + ".(**)").should().beFreeOfCycles().check(PRODUCT);
    }

    @TestFactory
    Stream<DynamicTest> a_package_has_at_most_40_files() throws IOException {
        return sources().stream().collect(Collectors.groupingBy(Path::getParent)).entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.getKey().toString(),
                        () -> assertThat(each.getValue()).hasSizeLessThanOrEqualTo(40)));
    }

    @Test
    void half_of_the_files_have_at_most_50_lines() throws IOException {
        List<Integer> lengths = new ArrayList<>();
        for (Path source : sources()) {
            lengths.add(Files.readAllLines(source).size());
        }
        Collections.sort(lengths);

        assertThat(lengths.get(lengths.size() / 2)).isLessThanOrEqualTo(50);
    }

    @Test
    void nobody_imports_what_starts_the_program() {
        noClasses()
                .that()
                .resideOutsideOfPackage(Drawing.ROOT)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(Drawing.ROOT)
                .check(PRODUCT);
    }

    @Test
    void every_package_says_what_it_is_for_and_what_it_refuses_to_know() {
        Path sources = Path.of("src/main/java");
        assertThat(PRODUCT.getPackage(Drawing.ROOT).getSubpackagesInTree())
                .extracting(JavaPackage::getName)
                .allSatisfy(name -> assertThat(
                                sources.resolve(name.replace('.', '/')).resolve("package-info.java"))
                        .isRegularFile()
                        .content()
                        .contains("/**"));
    }

    @Test
    void only_host_starts_programs() {
        noClasses()
                .that(are(outside("host")))
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ProcessBuilder.class)
                .orShould()
                .callMethodWhere(target(nameMatching("exec")).and(target(owner(are(type(Runtime.class))))))
                .check(PRODUCT);
    }

    /** NGINX and git are the manager's own tools; all other programs belong to tenants or releases, and have limits. */
    @Test
    void code_of_tenants_and_releases_runs_through_the_supervisor_alone() {
        noClasses()
                .that(are(outside("host", "nginx", "release.git")))
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(
                        Command.class,
                        Runner.class,
                        LocalRunner.class,
                        DetachedLauncher.class,
                        DrivenSupervisor.class,
                        SystemdDriver.class,
                        ProcessSupervisor.class,
                        LogRotation.class)
                .check(PRODUCT);
    }

    /** A service prints its tenant's secrets into its own log, where nobody has masked them. */
    @Test
    void only_one_class_reads_the_logs_of_services() {
        noClasses()
                .that(are(outside("host")))
                .and()
                .doNotHaveSimpleName("ServiceLogs")
                .should()
                .callMethodWhere(target(nameMatching("log|follow|lastPage|lastLines"))
                        .and(target(owner(are(type(Supervisor.class))))))
                .check(PRODUCT);
    }

    /** What meets a foreign page stays in its own process: the manager knows the numbers and names of that program, and starts it. */
    @Test
    void the_manager_loads_no_class_of_the_capture_program() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..analysis.browser..")
                .should()
                .dependOnClassesThat(are(in("analysis.browser"))
                        .and(DescribedPredicate.not(JavaClass.Predicates.belongToAnyOf(Main.class, ExitCode.class))))
                .check(PRODUCT);
    }

    @Test
    void playwright_is_known_to_the_capture_program_alone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..analysis.browser..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.microsoft.playwright..")
                .check(PRODUCT);
    }

    /** The start of NGINX makes the directory of all tenants; TenantFiles knows the paths in it. */
    @Test
    void only_one_class_knows_where_the_files_of_a_tenant_lie() {
        noClasses()
                .that(are(outside("host")))
                .and()
                .doNotHaveSimpleName("TenantFiles")
                .and()
                .doNotHaveSimpleName("NginxDirectories")
                .should()
                .callMethod(Home.class, "tenants")
                .check(PRODUCT);
    }

    /** The sources of a release are copied unchanged; all other files are written atomically, by SafeFiles. */
    @Test
    void only_host_writes_files() {
        noClasses()
                .that(are(outside("host")))
                .and()
                .doNotHaveSimpleName("SourceTree")
                .should()
                .callMethodWhere(
                        target(nameMatching("write.*|new(OutputStream|BufferedWriter|ByteChannel)|copy|create.*"))
                                .and(target(owner(are(type(Files.class))))))
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(FileOutputStream.class, RandomAccessFile.class, java.io.FileWriter.class)
                .check(PRODUCT);
    }

    @Test
    void nobody_waits_for_a_uni_by_blocking_it() {
        noClasses().should().dependOnClassesThat().belongToAnyOf(UniAwait.class).check(PRODUCT);
    }

    @Test
    void randomness_cannot_be_guessed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
                .orShould()
                .callMethod(Math.class, "random")
                .check(PRODUCT);
    }

    @Test
    void rows_of_the_database_stay_in_their_package() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .bePackagePrivate()
                .check(PRODUCT);
    }

    @Test
    void every_route_says_who_may_take_it() {
        methods()
                .that(are(route()))
                .should()
                .beAnnotatedWith(RolesAllowed.class)
                .orShould()
                .beAnnotatedWith(PermitAll.class)
                .orShould()
                .beAnnotatedWith(DenyAll.class)
                .check(PRODUCT);
        classes()
                .that()
                .areAnnotatedWith(WebSocket.class)
                .should()
                .beAnnotatedWith(RolesAllowed.class)
                .check(PRODUCT);
    }

    /** The framework would create such a body from plain text, which fails or skips its validation. */
    @Test
    void a_body_with_one_text_is_read_from_json_alone() {
        methods()
                .that(are(route()))
                .and(DescribedPredicate.describe(
                        "have a body with one text",
                        (JavaMethod method) -> method.getRawParameterTypes().stream()
                                .anyMatch(type -> type.getPackageName().startsWith(Drawing.ROOT)
                                        && type.tryGetConstructor(String.class).isPresent())))
                .should()
                .beAnnotatedWith(Consumes.class)
                .allowEmptyShould(true)
                .check(PRODUCT);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .toList();
        }
    }

    private static DescribedPredicate<JavaClass> in(String... names) {
        return JavaClass.Predicates.resideInAnyPackage(
                Stream.of(names).map(name -> Drawing.ROOT + "." + name + "..").toArray(String[]::new));
    }

    private static DescribedPredicate<JavaClass> outside(String... names) {
        return DescribedPredicate.not(in(names)).as("outside %s", String.join(" and ", names));
    }

    private static DescribedPredicate<JavaClass> type(Class<?> type) {
        return JavaClass.Predicates.type(type);
    }

    /** An interface that no class implements is a client of another server. */
    private static DescribedPredicate<JavaMethod> route() {
        return DescribedPredicate.describe(
                "answering a route",
                method -> !(method.getOwner().isInterface()
                                && method.getOwner().getAllSubclasses().isEmpty())
                        && method.getAnnotations().stream()
                                .anyMatch(annotation -> annotation.getRawType().isMetaAnnotatedWith(HttpMethod.class)
                                        || annotation.getRawType().isAnnotatedWith(HttpMethod.class)));
    }
}
