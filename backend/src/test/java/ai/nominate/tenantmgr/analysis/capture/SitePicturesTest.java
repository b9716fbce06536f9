package ai.nominate.tenantmgr.analysis.capture;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.kernel.TenantSlug;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tenant's site in another style sheet, with a real browser in its isolation. Nobody but the tenant's own way reaches the site. */
class SitePicturesTest {
    private static final Duration DEADLINE = Duration.ofMinutes(4);
    private static final String PAGE = """
            <!doctype html><title>Acme</title><link rel="stylesheet" href="/theme.css?v=1"><style>body { margin: 0 }
            main { height: 3000px } </style><main><img src="http://%s/seen.png" alt="">Acme</main>""";

    @TempDir
    Path root;

    private CapturingMachine machine;
    private PageServer site;
    private PageServer neighbour;

    @BeforeEach
    void start() throws IOException {
        machine = new CapturingMachine(root);
        site = new PageServer("127.0.0.1");
        neighbour = new PageServer("127.0.0.2");
        site.page("/", PAGE.formatted(neighbour.authority()));
    }

    @AfterEach
    void end() {
        machine.close();
        site.close();
        neighbour.close();
    }

    @Test
    void the_page_wears_the_style_sheet_in_each_width_and_scheme_and_reaches_no_neighbour() throws IOException {
        SitePictures.Taken taken = machine.pictures(request("/", """
                body { background: #12ab34 }
                @media (prefers-color-scheme: dark) { body { background: #101828 } }
                @media (max-width: 600px) { main { border-top: 40px solid #ff0066 } }"""), DEADLINE);

        assertThat(taken.worn()).isTrue();
        assertThat(taken.pictures())
                .extracting(picture -> picture.width() + " " + picture.scheme())
                .containsExactly("DESKTOP LIGHT", "DESKTOP DARK", "PHONE LIGHT", "PHONE DARK");
        assertThat(taken.pictures())
                .extracting(picture -> colour(picture, 800))
                .containsExactly(0x12ab34, 0x101828, 0x12ab34, 0x101828);
        assertThat(taken.pictures())
                .extracting(picture -> colour(picture, 20) == 0xff0066)
                .containsExactly(false, false, true, true);
        assertThat(image(taken.pictures().getLast()).getHeight()).isEqualTo(1600);
        assertThat(site.asked()).contains("/").doesNotContain("/theme.css");
        assertThat(neighbour.asked()).isEmpty();
        assertThat(machine.processes()).isZero();
    }

    @Test
    void a_page_that_does_not_load_the_style_sheet_is_shown_as_it_is() {
        site.page("/plain", "<body style='background:#abcdef'>");

        SitePictures.Taken taken =
                machine.pictures(request("/plain", "body { background: #000 !important }"), DEADLINE);

        assertThat(taken.worn()).isFalse();
        assertThat(taken.pictures()).extracting(picture -> colour(picture, 400)).containsOnly(0xabcdef);
    }

    private SiteRequest request(String path, String css) {
        URI server = URI.create(site.address("/"));
        return new SiteRequest(
                new TenantSlug("acme"),
                URI.create("http://acme.example" + path),
                Set.of("acme.example"),
                Map.of(80, new InetSocketAddress(server.getHost(), server.getPort())),
                "/theme.css",
                css);
    }

    private static int colour(SitePicture picture, int y) {
        BufferedImage image = image(picture);
        return image.getRGB(image.getWidth() - 20, Math.min(y, image.getHeight() - 1)) & 0xffffff;
    }

    private static BufferedImage image(SitePicture picture) {
        try {
            return ImageIO.read(new ByteArrayInputStream(picture.png()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
