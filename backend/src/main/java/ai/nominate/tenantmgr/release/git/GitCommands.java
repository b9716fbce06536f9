package ai.nominate.tenantmgr.release.git;

import ai.nominate.tenantmgr.host.command.Command;
import ai.nominate.tenantmgr.host.file.Home;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How git is called: without shell, prompts, hooks, redirects, configuration of the machine or of a user, and protocols
 * other than https and ssh.
 */
@ApplicationScoped
class GitCommands {
    /** ssh is started by {@link SshCommand} alone; without it a connection over ssh fails. */
    private static final String NO_SSH = "false";

    private static final List<String> OPTIONS = List.of(
            "core.hooksPath=/dev/null",
            "core.attributesFile=/dev/null",
            "core.quotePath=false",
            "core.bigFileThreshold=16m",
            "fetch.unpackLimit=1",
            "fetch.recurseSubmodules=false",
            "gc.auto=0",
            "maintenance.auto=false",
            "http.followRedirects=false",
            "http.proxy=",
            "http.lowSpeedLimit=100",
            "http.lowSpeedTime=60",
            "protocol.allow=never",
            "protocol.https.allow=always",
            "protocol.ssh.allow=always",
            "credential.helper=");

    private final Home home;
    private final Optional<Path> authority;

    GitCommands(Home home, @ConfigProperty(name = "tenantmgr.git-ca-file") Optional<Path> authority) {
        this.home = home;
        this.authority = authority;
    }

    Command in(Path repository, String... words) {
        return in(repository, List.of(), List.of(words));
    }

    /** @param options further options of git itself, before the name of its command */
    Command in(Path repository, List<String> options, List<String> words) {
        List<String> argv = new ArrayList<>(List.of("git", "--git-dir=" + repository));
        OPTIONS.forEach(option -> argv.addAll(List.of("-c", option)));
        argv.addAll(options);
        argv.addAll(words);
        Command command = new Command(argv, home.root(), Map.of())
                .with("GIT_TERMINAL_PROMPT", "0")
                .with("GIT_ASKPASS", "/bin/true")
                .with("GIT_CONFIG_NOSYSTEM", "1")
                .with("GIT_CONFIG_GLOBAL", "/dev/null")
                .with("GIT_ATTR_NOSYSTEM", "1")
                .with("GIT_ALLOW_PROTOCOL", "https:ssh")
                .with("GIT_SSH_COMMAND", NO_SSH)
                .with("GIT_SSH_VARIANT", "ssh");
        return authority
                .map(file -> command.with("GIT_SSL_CAINFO", file.toString()))
                .orElse(command);
    }
}
