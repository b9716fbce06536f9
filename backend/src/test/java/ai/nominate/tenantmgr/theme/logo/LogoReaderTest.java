package ai.nominate.tenantmgr.theme.logo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.kernel.ProblemException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogoReaderTest {
    private static final String HEAD = "<svg xmlns='http://www.w3.org/2000/svg' "
            + "xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 120 40'>";

    @Test
    void a_picture_keeps_its_pixels_and_nothing_else() throws IOException {
        byte[] file = picture("png", 60, 20);
        byte[] withTail = Arrays.copyOf(file, file.length + 30);
        System.arraycopy("<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8), 0, withTail, file.length, 25);

        Logo logo = LogoReader.read(withTail);

        assertThat(logo.type()).isEqualTo(LogoType.PNG);
        assertThat(logo.width()).isEqualTo(60);
        assertThat(logo.height()).isEqualTo(20);
        assertThat(new String(logo.content(), StandardCharsets.ISO_8859_1)).doesNotContain("script");
    }

    @Test
    void a_photo_is_kept_as_png() throws IOException {
        assertThat(LogoReader.read(picture("jpg", 64, 64)).type()).isEqualTo(LogoType.PNG);
    }

    @Test
    void a_picture_of_many_pixels_is_refused_before_it_is_decoded() throws IOException {
        byte[] huge = picture("png", 60, 20);
        ByteBuffer.wrap(huge).putInt(16, 65_535).putInt(20, 65_535);

        refused(huge, LogoProblem.TOO_LARGE);
    }

    @Test
    void a_damaged_picture_is_refused() throws IOException {
        byte[] half = Arrays.copyOf(picture("png", 60, 20), 50);

        refused(half, LogoProblem.UNREADABLE);
    }

    @Test
    void a_large_file_is_refused() {
        refused(new byte[LogoReader.MOST_BYTES + 1], LogoProblem.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GIF89a", "%PDF-1.7", "<html><body></body></html>", "<svg/>", "<", "<svg"})
    void other_files_are_refused(String text) {
        refused(text.getBytes(StandardCharsets.UTF_8), LogoProblem.UNREADABLE);
    }

    @Test
    void a_drawing_keeps_what_draws() {
        String drawn = svg("<defs><linearGradient id='g'><stop offset='0' stop-color='#f00'/></linearGradient></defs>"
                + "<style>.a{fill:url(#g)}</style><g transform='scale(2)'><path class='a' d='M0 0h10v10z'/></g>"
                + "<use xlink:href='#g'/><text>Acme &amp; Co</text>");

        assertThat(drawn)
                .contains("<linearGradient id=\"g\">", "<style>.a{fill:url(#g)}</style>", "d=\"M0 0h10v10z\"")
                .contains("<use href=\"#g\">", "Acme &amp; Co");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<g onload='alert(1)'/>",
                "<a xlink:href='javascript:alert(1)'><path d='M0 0'/></a>",
                "<foreignObject><iframe xmlns='http://www.w3.org/1999/xhtml' srcdoc='alert(1)'/></foreignObject>",
                "<animate attributeName='href' values='javascript:alert(1)'/>",
                "<set attributeName='onload' to='alert(1)'/>",
                "<use href='data:image/svg+xml;base64,alert(1)'/>",
                "<use href='https://evil.example/alert(1).svg#x'/>",
                "<image href='https://evil.example/alert(1).png'/>",
                "<style>@import url(//evil.example/alert(1))</style>",
                "<style>.a{fill:url(//evil.example/alert(1))}</style>",
                "<style>.a{fill:u\\72l(//evil.example/alert(1))}</style>",
                "<path style='fill:url(https://evil.example/alert(1)#a)'/>",
                "<path fill='url( \"https://evil.example/alert(1)\" )'/>",
                "<path fill='url(' d='alert(1)://'/>",
                "<style><![CDATA[</style><script>alert(1)</script>]]></style>",
                "<?xml-stylesheet href='javascript:alert(1)'?>",
                "<!-- <script>alert(1)</script> -->",
                "<x:script xmlns:x='http://www.w3.org/1999/xhtml'>alert(1)</x:script>",
                "<title><script>alert(1)</script></title>",
                "<handler xmlns='http://www.w3.org/2001/xml-events'>alert(1)</handler>"
            })
    void a_drawing_loses_what_acts_or_loads(String part) {
        assertThat(svg(part).toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("alert(1)", "script", "evil", "import", "data:", "onload");
    }

    @Test
    void a_document_type_is_refused() {
        String bomb = "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>" + HEAD
                + "<text>&b;</text></svg>";

        refused(bomb.getBytes(StandardCharsets.UTF_8), LogoProblem.UNREADABLE);
    }

    @Test
    void a_drawing_that_is_deep_or_long_is_refused() {
        refused((HEAD + "<g>".repeat(20_000)).getBytes(StandardCharsets.UTF_8), LogoProblem.TOO_LARGE);
        refused((HEAD + "<g/>".repeat(20_000) + "</svg>").getBytes(StandardCharsets.UTF_8), LogoProblem.TOO_LARGE);
    }

    private static String svg(String content) {
        Logo logo = LogoReader.read((HEAD + content + "</svg>").getBytes(StandardCharsets.UTF_8));
        assertThat(logo.type()).isEqualTo(LogoType.SVG);
        assertThat(logo.width()).isEqualTo(120);
        assertThat(logo.height()).isEqualTo(40);
        return new String(logo.content(), StandardCharsets.UTF_8);
    }

    private static void refused(byte[] file, LogoProblem problem) {
        assertThatThrownBy(() -> LogoReader.read(file))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(3, 3, 0x336699);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }
}
