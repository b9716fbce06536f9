package ai.nominate.tenantmgr.release.git;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.host.file.SafeFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A git repository with a work tree, made by the real git without the configuration of the machine. */
final class Repository {
    private final Path directory;

    Repository(Path directory) {
        this.directory = SafeFiles.directory(directory, "rwxr-xr-x");
        git("init", "--quiet", "--initial-branch=main", ".");
        git("config", "uploadpack.allowAnySHA1InWant", "true");
    }

    Path directory() {
        return directory;
    }

    Repository with(String file, String content) {
        SafeFiles.write(directory.resolve(file), content, "rw-r--r--");
        return this;
    }

    /** Commits everything and returns the commit. */
    String commit() {
        git("add", "--all");
        git("commit", "--quiet", "--allow-empty", "--message", "A change");
        return git("rev-parse", "HEAD");
    }

    /** Adds a submodule with the address as given, which is not fetched. */
    Repository withSubmodule(String path, String address, String commit) {
        git("config", "--file", ".gitmodules", "submodule." + path + ".path", path);
        git("config", "--file", ".gitmodules", "submodule." + path + ".url", address);
        return withLink(path, commit);
    }

    /** Adds a submodule without an address. */
    Repository withLink(String path, String commit) {
        git("update-index", "--add", "--cacheinfo", "160000," + commit + "," + path);
        SafeFiles.directory(directory.resolve(path), "rwxr-xr-x");
        return this;
    }

    /** Adds all files beside what is in the index. */
    Repository addAll() {
        git("add", "--", "*.txt");
        return this;
    }

    /** Commits what is in the index, with the settings of submodules. */
    String commitIndex() {
        if (directory.resolve(".gitmodules").toFile().exists()) {
            git("add", ".gitmodules");
        }
        git("commit", "--quiet", "--message", "A change");
        return git("rev-parse", "HEAD");
    }

    /** Runs git here and returns what it printed. */
    String git(String... words) {
        return git(directory, words);
    }

    /** Runs git here with an input. */
    String gitWith(String input, String... words) {
        return run(directory, input, words);
    }

    static String git(Path directory, String... words) {
        return run(directory, "", words);
    }

    private static String run(Path directory, String input, String... words) {
        List<String> argv = new ArrayList<>(List.of("git"));
        argv.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(argv).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment()
                .putAll(java.util.Map.of(
                        "GIT_CONFIG_GLOBAL", "/dev/null",
                        "GIT_CONFIG_NOSYSTEM", "1",
                        "GIT_AUTHOR_NAME", "Tester",
                        "GIT_AUTHOR_EMAIL", "tester@example.org",
                        "GIT_COMMITTER_NAME", "Tester",
                        "GIT_COMMITTER_EMAIL", "tester@example.org"));
        try {
            Process process = builder.start();
            try (OutputStream in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            assertThat(process.waitFor()).as("%s: %s", argv, output).isZero();
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
