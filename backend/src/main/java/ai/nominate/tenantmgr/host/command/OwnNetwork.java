package ai.nominate.tenantmgr.host.command;

import java.util.ArrayList;
import java.util.List;

/** What is typed so that a program has a network of its own and reaches no other. It goes before the program's words. */
public final class OwnNetwork {
    private static final List<String> NAMESPACE =
            List.of("unshare", "--user", "--map-root-user", "--net", "--");

    private OwnNetwork() {}

    /** Not even a loopback: files and socket files are all that the program can reach. */
    public static List<String> empty() {
        return NAMESPACE;
    }

    /**
     * With a loopback. The program is an ordinary user.
     *
     * @param refused the exit code if this machine cannot do it
     */
    public static List<String> withLoopback(int refused) {
        List<String> argv = new ArrayList<>(NAMESPACE);
        argv.addAll(List.of(
                "/bin/sh",
                "-c",
                "ip link set lo up || exit " + refused
                        + "; exec unshare --user --map-user=1000 --map-group=1000 -- \"$@\"",
                "network"));
        return argv;
    }
}
