package ai.nominate.tenantmgr.analysis.corpus;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Small pictures of pages, beside the report. */
final class Thumbnails {
    private static final Path DOCUMENTS = Path.of("../docs");
    private static final String DIRECTORY = "theme-accuracy";
    private static final int WIDTH = 320;

    private Thumbnails() {}

    /** Removes those of the last report. */
    static void begin() throws IOException {
        Path directory = Files.createDirectories(DOCUMENTS.resolve(DIRECTORY));
        List<Path> old;
        try (Stream<Path> files = Files.list(directory)) {
            old = files.toList();
        }
        for (Path file : old) {
            Files.delete(file);
        }
    }

    /** @return its path from the report */
    static String of(Other other) throws IOException {
        BufferedImage page = ImageIO.read(other.picture().toFile());
        int height = page.getHeight() * WIDTH / page.getWidth();
        BufferedImage small = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(page, 0, 0, WIDTH, height, null);
        graphics.dispose();
        String path = DIRECTORY + "/" + other.site().name() + ".jpg";
        ImageIO.write(small, "jpg", DOCUMENTS.resolve(path).toFile());
        return path;
    }
}
