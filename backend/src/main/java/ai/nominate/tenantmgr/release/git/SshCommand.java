package ai.nominate.tenantmgr.release.git;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command by which git starts ssh. It connects to the checked address, shows the one key it is given, and reads
 * neither the configuration, the keys, the known hosts nor the agent of the user that the manager runs as.
 *
 * @param address to connect to; the host's name in the configuration of ssh is ignored
 * @param alias the name under which the host key is known
 * @param user for an address without a user
 * @param key file with the private key
 * @param knownHosts file with the host keys; new ones are written to it
 * @param known whether a host key is known, so that no other one is accepted
 */
record SshCommand(InetAddress address, String alias, String user, Path key, Path knownHosts, boolean known) {
    /** As text, because git gives it to a shell. Every word is quoted. */
    String text() {
        List<String> words = new ArrayList<>(List.of("ssh", "-F", "none", "-a", "-x", "-T"));
        List.of(
                        "BatchMode=yes",
                        "HostName=" + address.getHostAddress(),
                        "HostKeyAlias=" + alias,
                        "User=" + user,
                        "IdentityFile=" + path(key),
                        "IdentitiesOnly=yes",
                        "IdentityAgent=none",
                        "CertificateFile=none",
                        "PreferredAuthentications=publickey",
                        "UserKnownHostsFile=" + path(knownHosts),
                        "GlobalKnownHostsFile=/dev/null",
                        "StrictHostKeyChecking=" + (known ? "yes" : "accept-new"),
                        "UpdateHostKeys=no",
                        "HashKnownHosts=no",
                        "CheckHostIP=no",
                        "VerifyHostKeyDNS=no",
                        "CanonicalizeHostname=no",
                        "ProxyCommand=none",
                        "ProxyJump=none",
                        "ControlMaster=no",
                        "ControlPath=none",
                        "PermitLocalCommand=no",
                        "ClearAllForwardings=yes",
                        "ConnectTimeout=20",
                        "ServerAliveInterval=15",
                        "LogLevel=ERROR")
                .forEach(option -> words.addAll(List.of("-o", option)));
        return String.join(" ", words.stream().map(SshCommand::quoted).toList());
    }

    /** As the configuration of ssh reads a path: in quotes, percent signs doubled. */
    private static String path(Path file) {
        String text =
                file.toString().replace("\\", "\\\\").replace("\"", "\\\"").replace("%", "%%");
        return "\"" + text + "\"";
    }

    /** Quotes a text as one word for a shell. */
    static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
