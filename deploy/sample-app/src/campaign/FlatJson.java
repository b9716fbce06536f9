package campaign;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the only form of JSON that visitors send: an object of strings, numbers, booleans and null. Rejects nesting.
 */
final class FlatJson {
    private final String text;
    private int at;

    private FlatJson(String text) {
        this.text = text;
    }

    /** Values as text, null as an empty one. @throws IllegalArgumentException for any other input */
    static Map<String, String> read(String text) {
        return new FlatJson(text).object();
    }

    private Map<String, String> object() {
        Map<String, String> fields = new LinkedHashMap<>();
        expect('{');
        if (!accept('}')) {
            do {
                skipSpace();
                String name = string();
                expect(':');
                skipSpace();
                fields.put(name, peek() == '"' ? string() : word());
            } while (accept(','));
            expect('}');
        }
        skipSpace();
        if (at < text.length()) {
            throw broken();
        }
        return fields;
    }

    private String string() {
        StringBuilder value = new StringBuilder();
        if (next() != '"') {
            throw broken();
        }
        for (char c = next(); c != '"'; c = next()) {
            value.append(c == '\\' ? escaped() : c);
        }
        return value.toString();
    }

    private char escaped() {
        char c = next();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> (char) Integer.parseInt("" + next() + next() + next() + next(), 16);
            default -> throw broken();
        };
    }

    private String word() {
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(peek()) || "+-.".indexOf(peek()) >= 0)) {
            at++;
        }
        String word = text.substring(start, at);
        if (!word.matches("true|false|null|-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?")) {
            throw broken();
        }
        return word.equals("null") ? "" : word;
    }

    private boolean accept(char wanted) {
        skipSpace();
        if (at < text.length() && peek() == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char wanted) {
        if (!accept(wanted)) {
            throw broken();
        }
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw broken();
        }
        return text.charAt(at);
    }

    private char next() {
        char c = peek();
        at++;
        return c;
    }

    private IllegalArgumentException broken() {
        return new IllegalArgumentException("not a flat JSON object, at character " + at);
    }
}
