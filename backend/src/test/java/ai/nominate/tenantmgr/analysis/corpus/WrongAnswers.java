package ai.nominate.tenantmgr.analysis.corpus;

import java.util.List;
import java.util.Map;

/** What the wrong answers on pages by others have in common, in two sentences of the report. */
final class WrongAnswers {
    private WrongAnswers() {}

    static String inCommon(List<Outcome> all, Map<String, Other> byName) {
        List<Outcome> silent = all.stream().filter(Outcome::abstained).toList();
        List<Other> wrong = all.stream()
                .filter(each -> !each.hit())
                .map(each -> byName.get(each.site().name()))
                .toList();
        return """
                With everything, %d of %d answers are wrong. On %d of these pages the declared colour is not painted, on %d it is the default of Bootstrap.
                It said nothing on %d pages, of which %d have no brand.
                """.formatted(
                wrong.size(),
                all.size(),
                wrong.stream().filter(other -> !other.paintsLabel()).count(),
                wrong.stream()
                        .filter(other -> other.source().startsWith("--bs-primary"))
                        .count(),
                silent.size(),
                silent.stream().filter(each -> each.site().primary().isEmpty()).count());
    }
}
