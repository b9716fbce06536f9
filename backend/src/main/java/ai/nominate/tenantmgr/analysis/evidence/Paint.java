package ai.nominate.tenantmgr.analysis.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * One colour on one kind of thing: all its places on the page together.
 *
 * @param count of elements
 * @param area painted, in square CSS pixels; of text, an estimate of its ink
 * @param boxes of the largest elements, at most 8
 * @param selector of the largest element, for people
 * @param properties custom properties through which the colour was declared, such as {@code --brand-600}
 * @param status how many of the elements are messages or states (error, success), whose colours are not the brand's
 * @param call how many are the page's main calls to action: filled buttons in the first screen or the header
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Paint(
        Hex colour,
        Kind kind,
        int count,
        double area,
        List<Box> boxes,
        String selector,
        List<String> properties,
        int status,
        int call) {
    public Paint {
        boxes = boxes == null ? List.of() : List.copyOf(boxes);
        properties = properties == null ? List.of() : List.copyOf(properties);
        selector = selector == null ? "" : selector;
    }
}
