package ai.nominate.tenantmgr.analysis.extract;

import ai.nominate.tenantmgr.analysis.evidence.Box;
import ai.nominate.tenantmgr.analysis.evidence.Paint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * One kind of place where a cluster is painted.
 *
 * @param count of elements that are no messages
 * @param share of the first screen's area
 * @param all elements, messages too
 */
record Place(int count, double share, int call, int all, List<Box> boxes, String selector, List<String> properties) {
    static final Place NONE = new Place(0, 0, 0, 0, List.of(), "", List.of());

    private static final int MOST_BOXES = 8;
    private static final Comparator<Box> LARGEST = Comparator.comparing(Box::area)
            .reversed()
            .thenComparing(Box::y)
            .thenComparing(Box::x)
            .thenComparing(Box::width);

    /** @param paints of one kind, in any order */
    static Place of(List<Paint> paints, double screen) {
        int all = paints.stream().mapToInt(Paint::count).sum();
        int count = all - paints.stream().mapToInt(Paint::status).sum();
        double area = paints.stream()
                .sorted(Comparator.comparing(Paint::colour))
                .mapToDouble(paint -> paint.area() * (paint.count() - paint.status()) / Math.max(1, paint.count()))
                .sum();
        List<Box> boxes = new ArrayList<>(
                paints.stream().flatMap(paint -> paint.boxes().stream()).toList());
        boxes.sort(LARGEST);
        Paint largest = paints.stream()
                .max(Comparator.comparing(Paint::area).thenComparing(Paint::colour))
                .orElseThrow();
        TreeSet<String> properties = new TreeSet<>();
        paints.forEach(paint -> properties.addAll(paint.properties()));
        return new Place(
                count,
                area / screen,
                paints.stream().mapToInt(Paint::call).sum(),
                all,
                List.copyOf(boxes.subList(0, Math.min(MOST_BOXES, boxes.size()))),
                largest.selector(),
                List.copyOf(properties));
    }

    /** Grows with the number and with the area, ever more slowly: neither a hundred links nor one wall decides alone. */
    double weight() {
        return count <= 0 ? 0 : 0.6 * Math.log1p(count) + 0.9 * Math.log1p(30 * share);
    }
}
