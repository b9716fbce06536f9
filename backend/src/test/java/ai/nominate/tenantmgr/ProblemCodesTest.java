package ai.nominate.tenantmgr;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.kernel.Problem;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Programs tell refusals apart by their codes alone. */
class ProblemCodesTest {
    private static final List<Problem> ALL = new ClassFileImporter()
            .importPath(Path.of("target/classes")).stream()
                    .filter(type -> type.isAssignableTo(Problem.class) && type.isEnum())
                    .flatMap(ProblemCodesTest::constants)
                    .toList();

    @Test
    void a_code_belongs_to_one_problem() {
        assertThat(ALL).hasSizeGreaterThan(60).extracting(Problem::code).doesNotHaveDuplicates();
    }

    @Test
    void a_code_names_a_feature_and_a_refusal() {
        assertThat(ALL).extracting(Problem::code).allMatch(code -> code.matches("[a-z]+\\.[a-z]+(-[a-z]+)*"));
    }

    @Test
    void a_status_says_that_the_request_failed_and_a_title_is_a_sentence_without_a_full_stop() {
        assertThat(ALL)
                .allSatisfy(problem -> assertThat(problem.status()).isBetween(400, 599))
                .allSatisfy(problem -> assertThat(problem.title()).matches("[A-Z].*[^.]"));
    }

    private static Stream<Problem> constants(JavaClass type) {
        return Stream.of(type.reflect().getEnumConstants()).map(Problem.class::cast);
    }
}
