package ai.nominate.tenantmgr.analysis.claude;

import ai.nominate.tenantmgr.analysis.evidence.Box;
import ai.nominate.tenantmgr.analysis.evidence.FontUse;
import ai.nominate.tenantmgr.analysis.evidence.Hex;
import ai.nominate.tenantmgr.analysis.evidence.Kind;
import ai.nominate.tenantmgr.analysis.evidence.Logo;
import ai.nominate.tenantmgr.analysis.evidence.Look;
import ai.nominate.tenantmgr.analysis.evidence.Screenshot;
import ai.nominate.tenantmgr.analysis.evidence.Snapshot;
import ai.nominate.tenantmgr.analysis.extract.Answer;
import ai.nominate.tenantmgr.analysis.extract.Choice;
import ai.nominate.tenantmgr.analysis.extract.Radius;
import ai.nominate.tenantmgr.analysis.extract.Role;
import ai.nominate.tenantmgr.analysis.extract.Suggestion;
import ai.nominate.tenantmgr.analysis.extract.Swatch;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/** A page with six colours: blue leads, orange is the accent. */
public final class Questions {
    /** c0 and c1 look alike. */
    public static final List<String> COLOURS =
            List.of("#1d4ed8", "#1f50da", "#ea580c", "#334155", "#ffffff", "#0f172a");

    private Questions() {}

    public static BrandQuestion plain() {
        return titled("Acme: tools for everybody");
    }

    /** @param title of the page, which is the page's to choose */
    public static BrandQuestion titled(String title) {
        return new BrandQuestion(snapshot(title), answer(), screenshot());
    }

    /** The colours that were measured. */
    public static Set<String> measured(BrandQuestion question) {
        return question.local().swatches().stream()
                .flatMap(swatch -> swatch.members().stream())
                .map(Hex::value)
                .collect(Collectors.toSet());
    }

    private static Snapshot snapshot(String title) {
        return new Snapshot(
                "https://acme.example/",
                title,
                new Box(0, 0, 1440, 900),
                2400,
                List.of(new Screenshot(Screenshot.Part.VIEWPORT, Look.Scheme.LIGHT, "viewport.png", 1440, 900)),
                new Look(Look.Scheme.LIGHT, new Hex("#ffffff"), new Hex("#0f172a"), 120, true, List.of(), List.of()),
                null,
                List.of(),
                List.of(
                        new FontUse("Inter", "Inter, sans-serif", FontUse.Role.BODY, 4000, 80, 400, true),
                        new FontUse("Sora", "Sora, sans-serif", FontUse.Role.HEADING, 300, 9, 700, true)),
                List.of(),
                List.of(new Logo(
                        "l0",
                        Logo.Source.SVG,
                        "",
                        "l0.svg",
                        "Acme",
                        new Box(40, 20, 120, 32),
                        List.of(new Hex(COLOURS.getFirst())),
                        List.of("header", "home-link"),
                        false)),
                List.of());
    }

    private static Answer answer() {
        List<Swatch> swatches = new ArrayList<>();
        for (int i = 0; i < COLOURS.size(); i++) {
            swatches.add(swatch(i, COLOURS.get(i)));
        }
        Choice primary = new Choice("c0", 0.7, List.of("c0.button"), "It fills the buttons.");
        Choice accent = new Choice("c2", 0.5, List.of("c2.button"), "It is on few elements.");
        return new Answer(
                swatches,
                new TreeMap<>(Map.of(Role.PRIMARY, primary, Role.ACCENT, accent)),
                "slate",
                new Choice("l0", 0.8, List.of("header"), "In the header."),
                new Choice("Sora", 0.9, List.of(), "Headings."),
                new Choice("Inter", 0.9, List.of(), "Text."),
                Radius.MD,
                List.of(new Suggestion(
                        Suggestion.Kind.FAITHFUL,
                        "As measured",
                        "c0",
                        "",
                        "c2",
                        "slate",
                        false,
                        0.7,
                        List.of("c0.button"),
                        "The measured colours.")),
                List.of());
    }

    private static Swatch swatch(int index, String hex) {
        Swatch.Use use = new Swatch.Use(
                "c" + index + ".button",
                Kind.BUTTON,
                7 - index,
                0.03,
                List.of(new Box(100 + 200 * index, 300, 120, 44)),
                "a.button",
                List.of("--brand-" + index));
        return new Swatch(
                "c" + index,
                new Hex(hex),
                "colour " + index,
                0.5,
                0.2,
                260,
                List.of(new Hex(hex)),
                List.of(use),
                index == 0 ? List.of("theme-color") : List.of(),
                index == 0,
                10 - index,
                index == 0 ? 0.7 : 0.06);
    }

    private static byte[] screenshot() {
        BufferedImage image = new BufferedImage(1440, 900, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 1440, 900);
        for (int i = 0; i < COLOURS.size(); i++) {
            pen.setColor(Color.decode(COLOURS.get(i)));
            pen.fillRect(100 + 200 * i, 300, 120, 44);
        }
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
