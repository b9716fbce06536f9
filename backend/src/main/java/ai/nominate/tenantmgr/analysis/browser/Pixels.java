package ai.nominate.tenantmgr.analysis.browser;

import ai.nominate.tenantmgr.analysis.evidence.Box;
import ai.nominate.tenantmgr.analysis.evidence.Hex;
import ai.nominate.tenantmgr.analysis.evidence.PixelShare;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** The pixels of a screenshot, counted by their exact colour. */
final class Pixels {
    private static final int MOST = 16;
    private static final int STEP = 3;
    private static final double LEAST_SHARE = 0.002;
    private static final int RING = 2;
    private static final double LEAST_OF_LOGO = 0.04;
    /** Distance of two colours, summed over the channels, below which one is the edge of the other. */
    private static final int NEAR = 40;

    private final BufferedImage image;

    private Pixels(BufferedImage image) {
        this.image = image;
    }

    static Pixels of(byte[] png) throws IOException {
        ImageIO.setUseCache(false);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        if (image == null) {
            throw new IOException("no picture");
        }
        return new Pixels(image);
    }

    int width() {
        return image.getWidth();
    }

    int height() {
        return image.getHeight();
    }

    /**
     * The most frequent colours outside photographs.
     *
     * @param masks photographs
     * @param painted what may lie on them
     */
    List<PixelShare> shares(int height, List<Box> masks, List<Box> painted) {
        Map<Integer, Integer> counts = new HashMap<>();
        int total = 0;
        for (int y = 1; y < Math.min(height, image.getHeight()); y += STEP) {
            for (int x = 1; x < image.getWidth(); x += STEP) {
                total++;
                if (!isIn(masks, x, y) || isIn(painted, x, y)) {
                    counts.merge(image.getRGB(x, y) & 0xffffff, 1, Integer::sum);
                }
            }
        }
        List<PixelShare> shares = new ArrayList<>();
        for (var entry : sorted(counts)) {
            double share = Math.round(1e4 * entry.getValue() / (double) Math.max(1, total)) / 1e4;
            if (share < LEAST_SHARE || shares.size() == MOST) {
                break;
            }
            shares.add(new PixelShare(Hex.of(entry.getKey()), share));
        }
        return shares;
    }

    /** The colours of a picture inside a box, without that around it, which is its background. */
    List<Hex> inside(Box box) {
        Map<Integer, Integer> counts = counts(box);
        Map<Integer, Integer> around =
                counts(new Box(box.x() - RING, box.y() - RING, box.width() + 2 * RING, box.height() + 2 * RING));
        counts.forEach((rgb, count) -> around.merge(rgb, -count, Integer::sum));
        if (counts.isEmpty() || around.isEmpty()) {
            return List.of();
        }
        int background = sorted(around).getFirst().getKey();
        int ink = counts.entrySet().stream()
                .filter(entry -> distance(entry.getKey(), background) >= NEAR)
                .mapToInt(Map.Entry::getValue)
                .sum();
        List<Hex> colours = new ArrayList<>();
        for (var entry : sorted(counts)) {
            int rgb = entry.getKey();
            if (colours.size() == 6 || entry.getValue() < LEAST_OF_LOGO * ink) {
                break;
            }
            if (distance(rgb, background) >= NEAR
                    && colours.stream().noneMatch(other -> distance(other.rgb(), rgb) < NEAR)) {
                colours.add(Hex.of(rgb));
            }
        }
        return colours;
    }

    private Map<Integer, Integer> counts(Box box) {
        int x0 = Math.clamp(box.x(), 0, image.getWidth());
        int y0 = Math.clamp(box.y(), 0, image.getHeight());
        int x1 = Math.clamp((long) box.x() + box.width(), x0, image.getWidth());
        int y1 = Math.clamp((long) box.y() + box.height(), y0, image.getHeight());
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = y0; y < y1; y++) {
            for (int x = x0; x < x1; x++) {
                counts.merge(image.getRGB(x, y) & 0xffffff, 1, Integer::sum);
            }
        }
        return counts;
    }

    private static List<Map.Entry<Integer, Integer>> sorted(Map<Integer, Integer> counts) {
        return counts.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry<Integer, Integer>::getValue)
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .limit(64)
                .toList();
    }

    private static boolean isIn(List<Box> boxes, int x, int y) {
        for (Box box : boxes) {
            if (x >= box.x() && y >= box.y() && x < box.x() + box.width() && y < box.y() + box.height()) {
                return true;
            }
        }
        return false;
    }

    private static int distance(int a, int b) {
        return Math.abs((a >> 16 & 255) - (b >> 16 & 255))
                + Math.abs((a >> 8 & 255) - (b >> 8 & 255))
                + Math.abs((a & 255) - (b & 255));
    }
}
