package ai.nominate.tenantmgr.analysis.claude;

import ai.nominate.tenantmgr.analysis.evidence.Box;
import ai.nominate.tenantmgr.analysis.extract.Swatch;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * All swatches in one image: in each row the id, the colour, and pieces of the first screen where it is used. Draws its letters by
 * itself, because a server may have no fonts.
 */
final class SwatchSheet {
    private static final int COLUMNS = 2;
    private static final int ROW = 64;
    private static final int WIDTH = 1344;
    private static final int COLUMN = WIDTH / COLUMNS;
    private static final int CROPS = 3;
    private static final int CROP_WIDTH = 150;
    private static final int MARGIN = 6;

    private SwatchSheet() {}

    /** As PNG. */
    static byte[] draw(BrandQuestion question) {
        List<Swatch> swatches = BrandTable.swatches(question.local());
        int rows = Math.max(1, (swatches.size() + COLUMNS - 1) / COLUMNS);
        BufferedImage screen = FirstScreen.read(question.screenshot());
        BufferedImage sheet = new BufferedImage(WIDTH, rows * ROW, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = sheet.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        for (int i = 0; i < swatches.size(); i++) {
            draw(pen, swatches.get(i), screen, i / rows * COLUMN, i % rows * ROW);
        }
        pen.dispose();
        return png(sheet);
    }

    private static void draw(Graphics2D pen, Swatch swatch, BufferedImage screen, int x, int y) {
        int height = ROW - 2 * MARGIN;
        pen.setColor(Color.BLACK);
        BlockLetters.write(pen, swatch.id(), x + MARGIN, y + 2 * MARGIN, 4);
        pen.setColor(new Color(swatch.hex().rgb()));
        pen.fillRect(x + 84, y + MARGIN, 80, height);
        pen.setColor(Color.GRAY);
        pen.drawRect(x + 84, y + MARGIN, 80, height);
        List<Box> boxes = swatch.uses().stream()
                .flatMap(use -> use.boxes().stream().limit(1))
                .filter(box -> isShown(box, screen))
                .limit(CROPS)
                .toList();
        for (int i = 0; i < boxes.size(); i++) {
            crop(pen, screen, boxes.get(i), x + 176 + i * (CROP_WIDTH + MARGIN), y + MARGIN, height);
        }
    }

    private static boolean isShown(Box box, BufferedImage screen) {
        return box.x() >= 0
                && box.y() >= 0
                && box.width() >= 4
                && box.height() >= 4
                && (long) box.x() + box.width() <= screen.getWidth()
                && (long) box.y() + box.height() <= screen.getHeight();
    }

    /** The middle of the box with a little of what is around it, at most doubled. */
    private static void crop(Graphics2D pen, BufferedImage screen, Box box, int x, int y, int height) {
        int left = Math.max(0, Math.max(box.x() - MARGIN, box.x() + box.width() / 2 - CROP_WIDTH));
        int top = Math.max(0, Math.max(box.y() - MARGIN, box.y() + box.height() / 2 - height));
        int width = Math.min(Math.min(box.width() + 2 * MARGIN, 2 * CROP_WIDTH), screen.getWidth() - left);
        int tall = Math.min(Math.min(box.height() + 2 * MARGIN, 2 * height), screen.getHeight() - top);
        double scale = Math.min(2, Math.min((double) CROP_WIDTH / width, (double) height / tall));
        int toWidth = Math.max(1, (int) (width * scale));
        int toHeight = Math.max(1, (int) (tall * scale));
        pen.drawImage(screen, x, y, x + toWidth, y + toHeight, left, top, left + width, top + tall, null);
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
