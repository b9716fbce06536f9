package ai.nominate.tenantmgr.port;

import ai.nominate.tenantmgr.host.process.Sockets;
import ai.nominate.tenantmgr.server.OwnerAnswer;
import ai.nominate.tenantmgr.server.OwnerClient;
import ai.nominate.tenantmgr.server.OwnerQuestion;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which ports of a server's machine are in use, as the manager of that server sees them. Blocks. */
@ApplicationScoped
class ForeignPorts {
    private static final OwnerQuestion<Range, PortReservations> LISTENING =
            new OwnerQuestion<>("port.listening", Range.class, PortReservations.class, OwnerQuestion.QUICKLY);
    private static final OwnerQuestion<Held, Holders> HOLDERS =
            new OwnerQuestion<>("port.holders", Held.class, Holders.class, OwnerQuestion.QUICKLY);

    private final OwnerClient owner;

    ForeignPorts(OwnerClient owner) {
        this.owner = owner;
    }

    record Range(int first, int last) {}

    record PortReservations(List<Integer> ports) {}

    record Held(Set<Integer> ports) {}

    record Holders(Map<Integer, String> names) {}

    List<Integer> listening(short server, int first, int last) {
        return owner.ask(server, LISTENING, new Range(first, last)).ports();
    }

    /** The names of the programs that hold the ports. */
    Map<Integer, String> holders(short server, Set<Integer> ports) {
        return ports.isEmpty()
                ? Map.of()
                : owner.ask(server, HOLDERS, new Held(ports)).names();
    }

    @ApplicationScoped
    static class Listening implements OwnerAnswer<Range, PortReservations> {
        private final Sockets sockets;

        Listening(Sockets sockets) {
            this.sockets = sockets;
        }

        @Override
        public OwnerQuestion<Range, PortReservations> question() {
            return LISTENING;
        }

        @Override
        public PortReservations answer(Range range) {
            return new PortReservations(sockets.listening().stream()
                    .filter(port -> port >= range.first() && port <= range.last())
                    .toList());
        }
    }

    @ApplicationScoped
    static class HolderNames implements OwnerAnswer<Held, Holders> {
        private final Sockets sockets;

        HolderNames(Sockets sockets) {
            this.sockets = sockets;
        }

        @Override
        public OwnerQuestion<Held, Holders> question() {
            return HOLDERS;
        }

        @Override
        public Holders answer(Held held) {
            return new Holders(sockets.listeners(held.ports()));
        }
    }
}
