package ai.nominate.tenantmgr.analysis.browser;

import ai.nominate.tenantmgr.analysis.evidence.Box;
import ai.nominate.tenantmgr.analysis.evidence.Declared;
import ai.nominate.tenantmgr.analysis.evidence.Hex;
import ai.nominate.tenantmgr.analysis.evidence.Look;
import ai.nominate.tenantmgr.analysis.evidence.Screenshot;
import ai.nominate.tenantmgr.analysis.evidence.Snapshot;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One page, opened, measured in light and in dark, and photographed. */
final class Capture {
    static final int WIDTH = 1440;
    static final int HEIGHT = 900;

    private static final Pattern MANIFEST_COLOUR = Pattern.compile("\"theme_color\"\\s*:\\s*\"(#[0-9a-fA-F]{6})\"");

    private final Tab tab;
    private final Pictures pictures;
    private final List<String> notes = new ArrayList<>();
    private final List<Screenshot> screenshots = new ArrayList<>();

    Capture(Tab tab, Path directory) {
        this.tab = tab;
        this.pictures = new Pictures(tab, directory);
    }

    Snapshot run(String address, Duration patience) throws IOException {
        if (!tab.load(address, patience)) {
            notes.add("The page had not finished loading and was measured as it was then.");
        }
        int world = tab.quiet();
        String script = Measured.script();
        Measured light = measure(world, script)
                .orElseThrow(() -> new CaptureFailed(ExitCode.TOO_HEAVY, "The page took too long to measure."));
        if (!light.complete()) {
            notes.add("Only the first " + light.elements() + " elements were measured.");
        }
        if (light.aside() > 0) {
            notes.add("Banners and chat windows were left out.");
        }
        byte[] viewport = shot(Screenshot.Part.VIEWPORT, Look.Scheme.LIGHT, HEIGHT)
                .orElseThrow(() -> new CaptureFailed(ExitCode.TOO_HEAVY, "No picture of the page could be taken."));
        Pixels pixels = Pixels.of(viewport);
        Pixels page = whole(light).orElse(pixels);
        var logos = new Logos(pictures, page).of(light);
        List<Declared> declared = new ArrayList<>(light.declared());
        manifest().ifPresent(declared::add);
        Look dark = dark(world, script, light);
        return new Snapshot(
                light.address(),
                light.title(),
                new Box(0, 0, WIDTH, HEIGHT),
                light.height(),
                screenshots,
                look(Look.Scheme.LIGHT, light, pixels),
                dark,
                declared,
                light.fonts(),
                light.corners(),
                logos,
                notes);
    }

    /** Nothing if the page is no taller than the window, or the browser could not. */
    private Optional<Pixels> whole(Measured light) {
        int height = Math.clamp(light.height(), HEIGHT, Pictures.TALLEST);
        if (height == HEIGHT) {
            return Optional.empty();
        }
        Optional<Pixels> page =
                shot(Screenshot.Part.PAGE, Look.Scheme.LIGHT, height).map(Capture::pixels);
        if (page.isEmpty()) {
            notes.add("There is no picture of the whole page, which took too long.");
        }
        return page;
    }

    private Look dark(int world, String script, Measured light) throws IOException {
        tab.dark();
        Optional<Measured> dark = measure(world, script)
                .filter(other -> !other.background().equals(light.background())
                        || !other.foreground().equals(light.foreground()));
        if (dark.isEmpty()) {
            return null;
        }
        Optional<byte[]> picture = shot(Screenshot.Part.VIEWPORT, Look.Scheme.DARK, HEIGHT);
        return picture.isEmpty() ? null : look(Look.Scheme.DARK, dark.get(), Pixels.of(picture.get()));
    }

    private Optional<Measured> measure(int world, String script) throws IOException {
        Optional<String> json = tab.evaluate(world, script);
        return json.isEmpty() ? Optional.empty() : Optional.of(Measured.read(json.get()));
    }

    private static Look look(Look.Scheme scheme, Measured measured, Pixels pixels) {
        return new Look(
                scheme,
                measured.background(),
                measured.foreground(),
                measured.elements(),
                measured.complete(),
                measured.paints(),
                pixels.shares(HEIGHT, measured.photographs(), measured.surfaces()));
    }

    private Optional<byte[]> shot(Screenshot.Part part, Look.Scheme scheme, int height) {
        String file =
                (part.name() + (scheme == Look.Scheme.DARK ? "-dark" : "") + ".png").toLowerCase(java.util.Locale.ROOT);
        Optional<byte[]> picture = pictures.take(file, height);
        picture.ifPresent(png -> screenshots.add(new Screenshot(part, scheme, file, WIDTH, height)));
        return picture;
    }

    private static Pixels pixels(byte[] png) {
        try {
            return Pixels.of(png);
        } catch (IOException e) {
            throw new CaptureFailed(ExitCode.TOO_HEAVY, "The picture of the page could not be read.");
        }
    }

    private Optional<Declared> manifest() {
        return tab.ask("Page.getAppManifest", new JsonObject())
                .filter(answer -> answer.has("data"))
                .map(answer -> MANIFEST_COLOUR.matcher(answer.get("data").getAsString()))
                .filter(Matcher::find)
                .map(found -> new Declared("manifest", new Hex(found.group(1).toLowerCase(java.util.Locale.ROOT))));
    }
}
