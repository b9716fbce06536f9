package ai.nominate.tenantmgr.analysis.claude;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Decodes a screenshot. Looks at its size first: a small file can claim to be an image of gigabytes. */
final class FirstScreen {
    private static final int LONGEST_EDGE = 4000;
    private static final BufferedImage NOTHING = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);

    private FirstScreen() {}

    /** An image of one pixel if it cannot be read: the question is then asked without pieces of the page. */
    static BufferedImage read(byte[] png) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
        ImageReader reader = readers.next();
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(png))) {
            reader.setInput(input, true, true);
            return reader.getWidth(0) > LONGEST_EDGE || reader.getHeight(0) > LONGEST_EDGE ? NOTHING : reader.read(0);
        } catch (IOException | RuntimeException e) {
            return NOTHING;
        } finally {
            reader.dispose();
        }
    }
}
