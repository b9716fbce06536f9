package ai.nominate.tenantmgr.analysis.claude;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Answers of a model to {@link Questions}. */
public final class ModelAnswers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ModelAnswers() {}

    /** Overrules nothing: blue leads. */
    public static ObjectNode good() {
        ObjectNode answer = JSON.createObjectNode();
        answer.set("primary", pick("c0", 0.95, "Logo and main buttons have it."));
        answer.set("secondary", pick("none", 0.2, "There is none."));
        answer.set("accent", pick("c2", 0.7, "Few strong elements."));
        answer.set("neutral", pick("c3", 0.8, "Text and borders."));
        answer.set("background", pick("c4", 0.9, "The page."));
        answer.set("foreground", pick("c5", 0.9, "The text."));
        answer.put("logoId", "l0").put("headingFontId", "f1").put("bodyFontId", "f0");
        answer.put("radius", "md").put("mood", "technical");
        answer.putArray("suggestions")
                .add(idea("Blue and orange", "c0", "none", "c2"))
                .add(idea("Led by orange", "c2", "c0", "none"));
        answer.putArray("warnings");
        return answer;
    }

    static ObjectNode pick(String swatch, double confidence, String reason) {
        ObjectNode pick = JSON.createObjectNode();
        pick.put("swatchId", swatch).put("confidence", confidence).put("reason", reason);
        pick.putArray("evidence").add(swatch + ".button");
        return pick;
    }

    static ObjectNode idea(String title, String primary, String secondary, String accent) {
        return JSON.createObjectNode()
                .put("title", title)
                .put("primaryId", primary)
                .put("secondaryId", secondary)
                .put("accentId", accent)
                .put("neutralFamily", "slate")
                .put("rationale", "The logo has it.");
    }
}
