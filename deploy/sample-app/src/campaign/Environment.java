package campaign;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The environment of a service. A missing variable stops the start; secrets have no defaults.
 */
record Environment(Map<String, String> variables) {
    static Environment ofProcess() {
        return new Environment(System.getenv());
    }

    String required(String name) {
        String value = variables.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new IllegalStateException("the environment variable " + name + " is missing");
        }
        return value;
    }

    String text(String name, String otherwise) {
        String value = variables.getOrDefault(name, "");
        return value.isBlank() ? otherwise : value;
    }

    int number(String name, int otherwise) {
        String value = text(name, Integer.toString(otherwise));
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            throw new IllegalStateException("the environment variable " + name + " is not a whole number: " + value);
        }
    }

    String releaseId() {
        return text("RELEASE_ID", "unreleased");
    }

    /** The label of this release, from the file beside the jars. */
    String releaseLabel() {
        try {
            return Files.readString(Path.of("release.txt")).strip();
        } catch (java.io.IOException e) {
            return "unnamed";
        }
    }
}
