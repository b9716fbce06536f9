package ai.nominate.tenantmgr.release.git;

import ai.nominate.tenantmgr.credential.GitCredential;
import ai.nominate.tenantmgr.host.command.Command;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.kernel.GitUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One connection to a repository: leads git to the checked address, with a credential in a private directory that is
 * removed at the end. No secret is in an argument or in the environment.
 */
final class GitConnection implements AutoCloseable {
    private final GitUrl url;
    private final InetAddress address;
    private final Optional<GitCredential> credential;
    private final Path directory;

    /** @param directory private, does not exist yet */
    GitConnection(GitUrl url, InetAddress address, Optional<GitCredential> credential, Path directory) {
        this.url = url;
        this.address = address;
        this.credential = credential;
        this.directory = SafeFiles.directory(directory, "rwx------");
        credential.ifPresent(this::write);
    }

    /** Options of git for an address over https. */
    List<String> options() {
        if (url.isSsh()) {
            return List.of();
        }
        String pin = url.host() + ":" + url.port() + ":" + bracketed(address);
        List<String> pinned = url.host().isAddress() ? List.of() : List.of("-c", "http.curloptResolve=" + pin);
        if (credential.isEmpty()) {
            return pinned;
        }
        String helper = "credential." + origin() + ".helper=store --file="
                + SshCommand.quoted(tokenFile().toString());
        return java.util.stream.Stream.concat(pinned.stream(), java.util.stream.Stream.of("-c", helper))
                .toList();
    }

    /** The command with what ssh needs. */
    Command prepared(Command command) {
        return credential.orElse(null) instanceof GitCredential.DeployKey key
                ? command.with("GIT_SSH_COMMAND", ssh(key).text())
                : command;
    }

    /** The host keys that this connection has learned; empty if none. */
    String learnedHostKeys() {
        if (!(credential.orElse(null) instanceof GitCredential.DeployKey key) || knows(key)) {
            return "";
        }
        try {
            String all = Files.readString(knownHosts());
            return all.startsWith(key.knownHosts())
                    ? all.substring(key.knownHosts().length())
                    : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        SafeFiles.deleteTree(directory);
    }

    private SshCommand ssh(GitCredential.DeployKey key) {
        return new SshCommand(address, alias(), url.user().orElse("git"), keyFile(), knownHosts(), knows(key));
    }

    private boolean knows(GitCredential.DeployKey key) {
        return key.knownHosts().lines().anyMatch(line -> line.startsWith(alias() + " "));
    }

    /** The host's name in known_hosts, with its port unless it is the usual one. */
    private String alias() {
        return url.port() == 22 ? url.host().value() : "[" + url.host() + "]:" + url.port();
    }

    private void write(GitCredential credential) {
        switch (credential) {
            case GitCredential.DeployKey key -> {
                SafeFiles.write(keyFile(), key.privateKey().reveal(), "rw-------");
                SafeFiles.write(knownHosts(), key.knownHosts(), "rw-------");
            }
            case GitCredential.AccessToken token -> {
                String line = "https://" + encoded(token.username()) + ":"
                        + encoded(token.token().reveal()) + "@" + hostAndPort() + "\n";
                SafeFiles.write(tokenFile(), line, "rw-------");
            }
        }
    }

    private String origin() {
        return "https://" + hostAndPort();
    }

    /** As git names a host to its credential helpers: with the port only if the address names it. */
    private String hostAndPort() {
        String rest = url.value().substring("https://".length());
        return rest.substring(0, rest.indexOf('/'));
    }

    private Path tokenFile() {
        return directory.resolve("token");
    }

    private Path keyFile() {
        return directory.resolve("key");
    }

    private Path knownHosts() {
        return directory.resolve("known_hosts");
    }

    private static String bracketed(InetAddress address) {
        String text = address.getHostAddress();
        return text.contains(":") ? "[" + text + "]" : text;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
