package ai.nominate.tenantmgr.server;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A server's row, the locks on homes, and the managers that want them, in one thread: each step of a manager is called by the
 * test, and between a statement's way to the database and its way back anything else can happen. The row follows the rules of
 * {@code SqlLeaseRows}, which has a test of its own on PostgreSQL.
 */
final class LeaseWorld {
    private final Clock clock;
    private final Map<String, Manager> locks;
    private final List<LeaseWorld> servers;
    private final List<Manager> managers = new ArrayList<>();
    private UUID owner;
    private long epoch;
    private long until = Long.MIN_VALUE;
    private UUID installation;
    private boolean homeLocked;
    private boolean databaseAway;

    LeaseWorld() {
        this(new Clock(), new HashMap<>(), new ArrayList<>());
    }

    /** Another server beside the first, with the same time and homes. */
    LeaseWorld(LeaseWorld first) {
        this(first.clock, first.locks, first.servers);
    }

    private LeaseWorld(Clock clock, Map<String, Manager> locks, List<LeaseWorld> servers) {
        this.clock = clock;
        this.locks = locks;
        this.servers = servers;
        servers.add(this);
    }

    private static final class Clock {
        private long now;
    }

    Manager start(String home) {
        Manager manager = new Manager(home);
        managers.add(manager);
        return manager;
    }

    List<Manager> managers() {
        return List.copyOf(managers);
    }

    void pass(Duration time) {
        clock.now += time.toNanos();
    }

    void databaseAway(boolean away) {
        databaseAway = away;
    }

    LeaseState row() {
        return new LeaseState(owner, epoch, until > clock.now, installation, homeLocked, "http://" + owner);
    }

    /** One process of the manager. */
    final class Manager implements LeaseRows, HomeClaim {
        private final UUID id = UUID.randomUUID();
        private final String home;
        private final UUID number;
        private final ServerLease lease;
        private LeaseTerm term;
        private final Deque<Runnable> onItsWay = new ArrayDeque<>();
        private boolean isAlive = true;

        private Manager(String home) {
            this.home = home;
            this.number = UUID.nameUUIDFromBytes(home.getBytes(StandardCharsets.UTF_8));
            this.lease = new ServerLease(this, this, number, () -> clock.now);
        }

        ServerLease lease() {
            return lease;
        }

        Optional<LeaseTerm> term() {
            return Optional.ofNullable(term);
        }

        boolean isAlive() {
            return isAlive;
        }

        /** What its threads do in time: a heartbeat, or another try. */
        void step() {
            if (!isAlive) {
                return;
            }
            if (term == null) {
                term = lease.tryAcquire().orElse(null);
                return;
            }
            if (!term.isOver()) {
                lease.renew(term);
            }
            if (term.isOver()) {
                release();
            }
        }

        /**
         * Has something else happen while its statements are on their way: the first one given before its next statement
         * reaches the database, the second one before the answer is back, and so on, in its next step.
         */
        void onTheWay(Runnable... others) {
            onItsWay.clear();
            onItsWay.addAll(List.of(others));
        }

        private void onTheWay() {
            Runnable other = onItsWay.poll();
            if (other != null) {
                other.run();
            }
            if (databaseAway) {
                throw new LeaseUnknown(new java.sql.SQLException("the database is away"));
            }
        }

        void stepQuietly() {
            try {
                step();
            } catch (LeaseUnknown e) {
                // the database is away; the next step tries again
            }
        }

        void release() {
            LeaseTerm held = term;
            term = null;
            if (held != null) {
                lease.release(held);
            }
        }

        /** By kill -9: the kernel frees its lock. */
        void kill() {
            isAlive = false;
            locks.remove(home, this);
        }

        boolean mayAct() {
            return isAlive && lease.isHeld();
        }

        @Override
        public LeaseState look() {
            onTheWay();
            LeaseState seen = row();
            onTheWay();
            return seen;
        }

        @Override
        public OptionalLong acquire(LeaseState seen, boolean locked) {
            onTheWay();
            boolean ranOut = until <= clock.now && (locked || number.equals(installation));
            boolean ownerIsGone = locked && homeLocked && number.equals(installation);
            boolean isHomeFree = servers.stream()
                    .noneMatch(other ->
                            other != LeaseWorld.this && number.equals(other.installation) && other.until > clock.now);
            if (epoch != seen.epoch() || !isHomeFree || !(ranOut || ownerIsGone)) {
                return OptionalLong.empty();
            }
            owner = id;
            epoch++;
            until = clock.now + ServerLease.LENGTH.toNanos();
            installation = number;
            homeLocked = locked;
            long acquired = epoch;
            onTheWay();
            return OptionalLong.of(acquired);
        }

        @Override
        public boolean renew(long number, boolean locked) {
            onTheWay();
            boolean isOurs = id.equals(owner) && epoch == number;
            if (isOurs) {
                until = clock.now + ServerLease.LENGTH.toNanos();
                homeLocked = locked;
            }
            onTheWay();
            return isOurs;
        }

        @Override
        public void release(long number) {
            onTheWay();
            if (id.equals(owner) && epoch == number) {
                owner = null;
                until = Long.MIN_VALUE;
                homeLocked = false;
            }
            onTheWay();
        }

        @Override
        public boolean take() {
            return isAlive && locks.computeIfAbsent(home, free -> this) == this;
        }

        @Override
        public void giveUp() {
            locks.remove(home, this);
        }
    }
}
