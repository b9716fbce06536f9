package ai.nominate.tenantmgr.analysis.extract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.analysis.corpus.Corpus;
import ai.nominate.tenantmgr.analysis.corpus.Evidence;
import ai.nominate.tenantmgr.analysis.corpus.Figures;
import ai.nominate.tenantmgr.analysis.corpus.Outcome;
import ai.nominate.tenantmgr.analysis.corpus.Site;
import ai.nominate.tenantmgr.analysis.evidence.Snapshot;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The local extractor on the authored pages when they say less about themselves. */
class AblationsTest {
    @ParameterizedTest
    @EnumSource
    void the_brand_is_found_and_the_confidence_is_true(View view) {
        Figures heldOut = view.figures(true);

        assertThat(heldOut.hit()).as("primary is the first").isGreaterThanOrEqualTo(view.leastHit);
        assertThat(heldOut.hitAmongThree()).as("primary is among three").isGreaterThanOrEqualTo(0.97);
        assertThat(heldOut.calibrationError()).isLessThanOrEqualTo(0.08);
        assertThat(view.figures(false).calibrationError()).isLessThanOrEqualTo(0.08);
    }

    enum View {
        EVERYTHING(0.94, site -> Evidence.of(site, false)),
        CUSTOM_PROPERTIES_HIDDEN(0.94, site -> Evidence.withoutTokens(Evidence.of(site, false))),
        NAMES_OF_CLASSES_HASHED(0.90, site -> Evidence.of(site, true));

        private final double leastHit;
        private final Function<Site, Snapshot> evidence;

        View(double leastHit, Function<Site, Snapshot> evidence) {
            this.leastHit = leastHit;
            this.evidence = evidence;
        }

        private Figures figures(boolean heldOut) {
            return new Figures(Corpus.sites().stream()
                    .map(Corpus.Authored::site)
                    .filter(site -> site.heldOut() == heldOut)
                    .map(site -> Outcome.of(site, evidence.apply(site)))
                    .toList());
        }
    }
}
