package ai.nominate.tenantmgr.analysis;

import ai.nominate.tenantmgr.analysis.claude.BrandChoice;
import ai.nominate.tenantmgr.analysis.extract.Answer;
import ai.nominate.tenantmgr.analysis.extract.Choice;
import ai.nominate.tenantmgr.analysis.extract.Role;
import ai.nominate.tenantmgr.analysis.extract.Swatch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How likely each swatch is the primary colour, by the local extractor and the model together: p ∝ local^0.4 · model^0.6. The model
 * gives a probability to one swatch only; the others share the rest in the proportion of the local extractor. Pure.
 */
final class Fusion {
    private static final double LOCAL = 0.4;
    private static final double MODEL = 0.6;
    /** Nobody is so sure that the other could not convince him. */
    private static final double LEAST = 0.001;

    private Fusion() {}

    /** By the id of the swatch; together 1, unless neither of them found a brand. */
    static Map<String, Double> primary(Answer local, BrandChoice model) {
        List<Swatch> swatches = local.swatches();
        Choice chosen = model.roles().get(Role.PRIMARY);
        double rest = 1 - (chosen == null ? 0 : model.primaryConfidence());
        double others = swatches.stream()
                .filter(swatch -> chosen == null || !swatch.id().equals(chosen.id()))
                .mapToDouble(Fusion::local)
                .sum();
        Map<String, Double> joint = new HashMap<>();
        for (Swatch swatch : swatches) {
            boolean isChosen = chosen != null && swatch.id().equals(chosen.id());
            double ofModel = isChosen ? model.primaryConfidence() : rest * local(swatch) / others;
            joint.put(swatch.id(), Math.pow(local(swatch), LOCAL) * Math.pow(Math.max(LEAST, ofModel), MODEL));
        }
        double sum = joint.values().stream().mapToDouble(Double::doubleValue).sum();
        double brand = chosen == null ? 1 - model.primaryConfidence() : 1;
        joint.replaceAll((id, weight) -> brand * weight / sum);
        return joint;
    }

    private static double local(Swatch swatch) {
        return Math.max(LEAST, swatch.primaryProbability());
    }
}
