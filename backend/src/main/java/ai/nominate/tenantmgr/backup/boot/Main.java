package ai.nominate.tenantmgr.backup.boot;

import ai.nominate.tenantmgr.host.socket.SocketRelay;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Starts what the plan names, asks it, and ends it. Its only network is the loopback of its own namespace; the database is reached
 * through a socket file.
 */
public final class Main {
    private Main() {}

    /** @param arguments the file of the plan */
    public static void main(String[] arguments) {
        System.exit(run(Path.of(arguments[0])));
    }

    private static int run(Path file) {
        try {
            BootPlan plan = BootPlanText.parse(Files.readString(file));
            if (plan.database()) {
                SocketRelay.toFile(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), BootPlan.DATABASE_PORT),
                        BootPlan.DATABASE_SOCKET);
            }
            return new Boot(plan).run() ? BootAnswer.WELL : BootAnswer.NOT_WELL;
        } catch (Exception e) {
            System.err.println("The restored application could not be started: " + e);
            return BootAnswer.NOT_TRIED;
        }
    }
}
