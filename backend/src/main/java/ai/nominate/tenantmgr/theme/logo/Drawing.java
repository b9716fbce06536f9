package ai.nominate.tenantmgr.theme.logo;

import ai.nominate.tenantmgr.kernel.ProblemException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A drawing in SVG. It is built anew from elements and attributes that only draw; scripts, links, embedded pages, pictures
 * and animations are left out. A document type, which can make a small file huge, refuses the file.
 */
final class Drawing {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final int DEEPEST = 64;
    private static final int MOST_ELEMENTS = 5_000;

    private final XMLStreamReader source;
    private final StringBuilder out = new StringBuilder();
    private int elements;
    private int width;
    private int height;

    private Drawing(XMLStreamReader source) {
        this.source = source;
    }

    static Logo read(byte[] file) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            return new Drawing(factory.createXMLStreamReader(new ByteArrayInputStream(file))).logo();
        } catch (XMLStreamException e) {
            throw unusable("The drawing is not well-formed XML");
        }
    }

    private Logo logo() throws XMLStreamException {
        while (!source.isStartElement()) {
            if (source.getEventType() == XMLStreamReader.DTD) {
                throw unusable("A drawing with a document type is refused");
            }
            source.next();
        }
        if (!source.getLocalName().equals("svg") || !SVG.equals(source.getNamespaceURI())) {
            throw unusable("The root element is not that of an SVG drawing");
        }
        size();
        element(1);
        while (source.hasNext()) {
            source.next();
        }
        return new Logo(LogoType.SVG, width, height, out.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void size() {
        double[] box = DrawingRules.viewBox(source.getAttributeValue(null, "viewBox"));
        double wide = DrawingRules.length(source.getAttributeValue(null, "width"), box[0]);
        double high = DrawingRules.length(source.getAttributeValue(null, "height"), box[1]);
        if (!(wide >= 1 && high >= 1 && wide <= 100_000 && high <= 100_000)) {
            throw unusable("The drawing has no usable width and height, nor a viewBox");
        }
        width = (int) Math.round(wide);
        height = (int) Math.round(high);
    }

    /** At the start of an element that is kept; ends after its end. */
    private void element(int depth) throws XMLStreamException {
        if (depth > DEEPEST || ++elements > MOST_ELEMENTS) {
            throw new ProblemException(LogoProblem.TOO_LARGE, "The drawing has too many elements");
        }
        String name = DrawingRules.elementFor(source.getLocalName());
        out.append('<').append(name);
        if (depth == 1) {
            out.append(" xmlns=\"").append(SVG).append('"');
        }
        attributes()
                .forEach((key, value) -> out.append(' ')
                        .append(key)
                        .append("=\"")
                        .append(escaped(value))
                        .append('"'));
        out.append('>');
        while (source.next() != XMLStreamReader.END_ELEMENT) {
            if (source.isStartElement()) {
                child(depth + 1);
            } else if (source.isCharacters()) {
                text(name);
            }
        }
        out.append("</").append(name).append('>');
    }

    private void child(int depth) throws XMLStreamException {
        if (SVG.equals(source.getNamespaceURI()) && DrawingRules.isElement(source.getLocalName())) {
            element(depth);
        } else {
            skip();
        }
    }

    private void text(String name) {
        String text = source.getText();
        if (!name.equals("style")) {
            out.append(escaped(text));
        } else if (DrawingRules.isHarmless(text)) {
            out.append(escaped(text));
        }
    }

    private Map<String, String> attributes() {
        Map<String, String> kept = new java.util.LinkedHashMap<>();
        for (int index = 0; index < source.getAttributeCount(); index++) {
            String name = source.getAttributeLocalName(index);
            String value = source.getAttributeValue(index);
            if (DrawingRules.isAttribute(name, value)) {
                kept.put(name, value);
            }
        }
        return kept;
    }

    private void skip() throws XMLStreamException {
        for (int open = 1; open > 0; ) {
            int event = source.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                open++;
            } else if (event == XMLStreamReader.END_ELEMENT) {
                open--;
            }
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static ProblemException unusable(String why) {
        return new ProblemException(LogoProblem.UNREADABLE, why);
    }
}
