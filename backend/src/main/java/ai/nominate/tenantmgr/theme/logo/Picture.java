package ai.nominate.tenantmgr.theme.logo;

import ai.nominate.tenantmgr.kernel.ProblemException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A picture of pixels. It is decoded and written again as PNG, so that nothing but its pixels is kept: no location of a
 * photo, no text, no second file behind the first. Its size is read before it is decoded.
 */
final class Picture {
    static final int LONGEST_SIDE = 4096;
    private static final int MOST_PIXELS = 4 << 20;
    private static final int SMALLEST_SIDE = 16;
    private static final int MOST_BYTES_OF_PNG = 2 << 20;

    private Picture() {}

    static Logo read(byte[] file) {
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw unreadable();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                requireSize(reader.getWidth(0), reader.getHeight(0));
                BufferedImage pixels = reader.read(0);
                return new Logo(LogoType.PNG, pixels.getWidth(), pixels.getHeight(), png(pixels));
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw unreadable();
        }
    }

    private static byte[] png(BufferedImage pixels) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(pixels, "png", out);
        if (out.size() > MOST_BYTES_OF_PNG) {
            throw new ProblemException(LogoProblem.TOO_LARGE, "As PNG the picture would have over 2 MiB");
        }
        return out.toByteArray();
    }

    private static void requireSize(int width, int height) {
        if (width > LONGEST_SIDE || height > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
            throw new ProblemException(
                    LogoProblem.TOO_LARGE,
                    "A logo has at most " + LONGEST_SIDE + " pixels a side and 4 million in all; this one has " + width
                            + " × " + height);
        }
        if (width < SMALLEST_SIDE && height < SMALLEST_SIDE) {
            throw new ProblemException(LogoProblem.UNREADABLE, "A logo has at least " + SMALLEST_SIDE + " pixels");
        }
    }

    private static ProblemException unreadable() {
        return new ProblemException(LogoProblem.UNREADABLE, "The picture is damaged or incomplete");
    }
}
