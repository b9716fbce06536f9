package ai.nominate.tenantmgr.release.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.shell.ProcessShellFactory;

/** Repositories over ssh, for the user git with one public key. */
public final class SshGitServer implements AutoCloseable {
    private final Path root;
    private final SshServer server;
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private volatile String authorized = "";

    /** @param root directory of the repositories */
    public SshGitServer(Path root, int port) {
        this.root = root;
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey()));
        server.setPublickeyAuthenticator((user, key, session) -> user.equals("git") && isAuthorized(key));
        server.setCommandFactory(this::command);
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.getPort();
    }

    public String url(String path) {
        return "ssh://git@localhost:" + port() + "/" + path;
    }

    /** @param publicKey one line, as in authorized_keys */
    public void authorize(String publicKey) {
        authorized = publicKey;
    }

    List<String> commands() {
        return List.copyOf(commands);
    }

    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Command command(ChannelSession channel, String line) throws IOException {
        commands.add(line);
        String path = line.replaceAll("^git-upload-pack '/(.*)'$", "$1");
        return new ProcessShellFactory(
                        line, "git", "upload-pack", root.resolve(path).toString())
                .createShell(channel);
    }

    private boolean isAuthorized(PublicKey key) {
        try {
            return !authorized.isEmpty()
                    && KeyUtils.compareKeys(
                            key,
                            AuthorizedKeyEntry.parseAuthorizedKeyEntry(authorized)
                                    .resolvePublicKey(null, PublicKeyEntryResolver.FAILING));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair hostKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
