package ai.nominate.tenantmgr.manifest;

import ai.nominate.tenantmgr.kernel.EnvKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text with {@code ${NAME}}, which stands for a variable of the service's environment. {@code $${} is a literal {@code ${}.
 * Every other text is literal: no shell ever reads it.
 */
public record Placeholders(List<Part> parts) {
    private static final Pattern NAME = Pattern.compile("\\$\\$\\{|\\$\\{([A-Za-z_][A-Za-z0-9_]{0,127})}");
    private static final Pattern BARE = Pattern.compile("(?<!\\$)\\$("
            + Stream.of(SystemVariable.values()).map(Enum::name).collect(Collectors.joining("|"))
            + ")(?![A-Za-z0-9_])");

    /** A piece of the text. */
    public sealed interface Part {
        record Literal(String text) implements Part {}

        record Variable(EnvKey key) implements Part {}
    }

    public Placeholders {
        parts = List.copyOf(parts);
    }

    /** Reads a text. */
    public static Placeholders of(String text) {
        List<Part> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        Matcher matcher = NAME.matcher(text);
        int at = 0;
        while (matcher.find()) {
            literal.append(text, at, matcher.start());
            at = matcher.end();
            if (matcher.group(1) == null) {
                literal.append("${");
                continue;
            }
            addLiteral(parts, literal);
            parts.add(new Part.Variable(new EnvKey(matcher.group(1))));
        }
        literal.append(text.substring(at));
        addLiteral(parts, literal);
        return new Placeholders(parts);
    }

    /** A text that is passed on as it is. */
    public static Placeholders literal(String text) {
        return new Placeholders(text.isEmpty() ? List.of() : List.of(new Part.Literal(text)));
    }

    private static void addLiteral(List<Part> parts, StringBuilder literal) {
        if (!literal.isEmpty()) {
            parts.add(new Part.Literal(literal.toString()));
            literal.setLength(0);
        }
    }

    /** The variables that the text refers to. */
    public Set<EnvKey> names() {
        return parts.stream()
                .filter(Part.Variable.class::isInstance)
                .map(part -> ((Part.Variable) part).key())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The text with values in place. */
    public String fill(Function<EnvKey, String> values) {
        return parts.stream()
                .map(part -> switch (part) {
                    case Part.Literal literal -> literal.text();
                    case Part.Variable variable -> values.apply(variable.key());
                })
                .collect(Collectors.joining());
    }

    /** The error of a word that its author expected a shell to expand, for users; empty if there is none. */
    static Optional<String> refusal(String word) {
        Matcher bare = BARE.matcher(word);
        if (bare.find()) {
            String name = bare.group(1);
            return Optional.of("holds $" + name + ", which no shell expands: write ${" + name + "}");
        }
        String rest = NAME.matcher(word).replaceAll("");
        return rest.contains("${")
                ? Optional.of("must have only the form ${NAME}, or $${ for a literal ${: no shell reads it")
                : Optional.empty();
    }
}
