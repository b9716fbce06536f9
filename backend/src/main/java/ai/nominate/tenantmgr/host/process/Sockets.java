package ai.nominate.tenantmgr.host.process;

import ai.nominate.tenantmgr.kernel.PortNumber;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Ports of this machine and the processes that use them. */
public final class Sockets {
    private static final List<String> ADDRESSES = List.of("127.0.0.1", "0.0.0.0", "::");
    private final ProcessTable table = new ProcessTable();

    /** Tests by binding, on loopback and on all addresses, IPv4 and IPv6; lingering connections do not count. */
    public boolean free(PortNumber port) {
        return ADDRESSES.stream().allMatch(address -> binds(address, port));
    }

    /** Number of open connections to these local ports. */
    public int established(Collection<PortNumber> localPorts) {
        Set<Integer> ports = localPorts.stream().map(PortNumber::value).collect(Collectors.toSet());
        return (int) SocketTable.rows().stream()
                .filter(row -> row.established() && ports.contains(row.localPort()))
                .count();
    }

    /** The process that listens on the port; empty if there is none, or it is not visible to this user. */
    public OptionalLong listener(PortNumber port) {
        List<Long> inodes = listening(port);
        return inodes.isEmpty()
                ? OptionalLong.empty()
                : table.all().stream()
                        .filter(process -> inodes.stream().anyMatch(process::holdsSocket))
                        .mapToLong(LiveProcess::pid)
                        .findFirst();
    }

    /** All ports with a listener, on any address. */
    public Set<Integer> listening() {
        return SocketTable.rows().stream()
                .filter(SocketTable.Row::listens)
                .map(SocketTable.Row::localPort)
                .collect(Collectors.toSet());
    }

    /** The listeners of these ports, for users: {@code process 123 (nginx)}. Scans the processes once. */
    public Map<Integer, String> listeners(Set<Integer> ports) {
        Map<Integer, String> names = new HashMap<>();
        if (ports.isEmpty()) {
            return names;
        }
        ports.forEach(port -> names.put(port, "another process"));
        Map<Long, Integer> portOf = SocketTable.rows().stream()
                .filter(row -> row.listens() && ports.contains(row.localPort()))
                .collect(Collectors.toMap(SocketTable.Row::inode, SocketTable.Row::localPort, (one, other) -> one));
        for (LiveProcess process : table.all()) {
            process.sockets().forEach(inode -> {
                Integer port = portOf.get(inode);
                if (port != null) {
                    names.put(port, name(process));
                }
            });
        }
        return names;
    }

    /** For users: {@code process 123 (nginx)}. */
    public String listenerName(PortNumber port) {
        OptionalLong pid = listener(port);
        return pid.isEmpty()
                ? "another process"
                : table.process(pid.getAsLong()).map(Sockets::name).orElse("another process");
    }

    private static String name(LiveProcess process) {
        return "process " + process.pid() + " (" + process.program() + ")";
    }

    /** Whether the port has a listener, and all its listening sockets belong to these processes. */
    public static boolean heldBy(List<LiveProcess> processes, PortNumber port) {
        List<Long> inodes = listening(port);
        return !inodes.isEmpty()
                && inodes.stream()
                        .allMatch(inode -> processes.stream().anyMatch(process -> process.holdsSocket(inode)));
    }

    /** The sockets on which these processes wait for connections. */
    public static List<Listener> listeners(List<LiveProcess> processes) {
        Set<Long> own = processes.stream()
                .flatMap(process -> process.sockets().stream())
                .collect(Collectors.toSet());
        return SocketTable.rows().stream()
                .filter(row -> row.listens() && own.contains(row.inode()))
                .map(row -> new Listener(row.localPort(), row.everywhere()))
                .distinct()
                .toList();
    }

    private static List<Long> listening(PortNumber port) {
        return SocketTable.rows().stream()
                .filter(row -> row.listens() && row.localPort() == port.value())
                .map(SocketTable.Row::inode)
                .toList();
    }

    /** Not a server socket, so that nothing listens on the address even for a moment. */
    private static boolean binds(String address, PortNumber port) {
        try (Socket socket = new Socket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port.value()));
            return true;
        } catch (IOException held) {
            return address.equals("::") && !hasIpv6();
        }
    }

    private static boolean hasIpv6() {
        return Files.exists(Path.of("/proc/net/tcp6"));
    }
}
