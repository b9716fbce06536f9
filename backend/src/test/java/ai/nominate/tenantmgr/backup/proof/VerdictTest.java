package ai.nominate.tenantmgr.backup.proof;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.backup.bundle.BundleProblem;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be tried is neither proven nor the fault of the backup. */
class VerdictTest {
    /** Of this installation: nothing is known of the backup. */
    private static final Set<BundleProblem> OF_THE_READER = Set.of(BundleProblem.WRONG_KEY, BundleProblem.NEWER_FORMAT);

    @TempDir
    Path directory;

    @Test
    void a_broken_bundle_has_failed_and_one_that_this_manager_cannot_read_is_untried() {
        assertThat(Stream.of(BundleProblem.values()).filter(problem -> !OF_THE_READER.contains(problem)))
                .allSatisfy(problem -> assertThat(Verdict.of(problem.type().code())).isEqualTo(Verdict.FAILED));
        assertThat(OF_THE_READER)
                .allSatisfy(problem -> assertThat(Verdict.of(problem.type().code())).isEqualTo(Verdict.UNTRIED));
    }

    @Test
    void lost_rows_and_an_application_that_is_not_well_have_failed() {
        assertThat(List.of(ProofProblem.NOT_RESTORED, ProofProblem.ROWS_DIFFER, ProofProblem.NOT_WELL))
                .allSatisfy(problem -> assertThat(Verdict.of(problem.type().code())).isEqualTo(Verdict.FAILED));
    }

    @Test
    void whatever_else_happens_is_untried() {
        assertThat(List.of("backup.untried", "database.unreachable", "database.tools-missing", "run.internal", "anything"))
                .allSatisfy(code -> assertThat(Verdict.of(code)).isEqualTo(Verdict.UNTRIED));
    }

    @Test
    void evidence_says_how_far_a_resumed_proof_came() throws Exception {
        ProofFacts.read(directory).took(1200);
        ProofFacts first = ProofFacts.read(directory);
        first.reached(Level.L2);
        first.put("rows", "500");
        ProofFacts resumed = ProofFacts.read(directory);
        resumed.took(300);
        String text = Evidence.of(
                new UUID(0, 1), new UUID(0, 2), new UUID(0, 3), Verdict.FAILED, resumed, Instant.EPOCH, "not \"well\"");
        var evidence = new ObjectMapper().readTree(text);
        assertThat(evidence.path("level").asText()).isEqualTo("L2");
        assertThat(evidence.path("rows").asLong()).isEqualTo(500);
        assertThat(evidence.path("restoreMs").asLong()).isEqualTo(1500);
        assertThat(evidence.path("reason").asText()).isEqualTo("not \"well\"");
        assertThat(evidence.has("persons")).isFalse();
    }
}
