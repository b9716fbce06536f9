package campaign;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A small connection pool, opened lazily. Connections are validated before use, so a restart of the database has no
 * lasting effect. A request that waits too long for a connection is refused.
 */
final class Pool {
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private static final int SIZE = 4;
    private static final int CONNECT_SECONDS = 2;
    private static final int READ_SECONDS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final DatabaseUrl url;
    private final Semaphore permits = new Semaphore(SIZE, true);
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

    Pool(DatabaseUrl url) {
        this.url = url;
    }

    <T> T run(Work<T> work) throws SQLException {
        return run(PATIENCE, work);
    }

    <T> T run(Duration patience, Work<T> work) throws SQLException {
        acquire(patience);
        Connection connection = null;
        boolean reusable = false;
        try {
            connection = borrow();
            T result = work.with(connection);
            reusable = true;
            return result;
        } finally {
            giveBack(connection, reusable);
            permits.release();
        }
    }

    private void acquire(Duration patience) throws SQLException {
        try {
            if (permits.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new SQLException("no connection was free within " + patience, "53300");
    }

    private Connection borrow() throws SQLException {
        for (Connection connection = idle.pollFirst(); connection != null; connection = idle.pollFirst()) {
            if (connection.isValid(1)) {
                return connection;
            }
            close(connection);
        }
        return url.connect(CONNECT_SECONDS, READ_SECONDS);
    }

    /** After a failure the state of a connection is unknown, so it is closed. */
    private void giveBack(Connection connection, boolean reusable) {
        if (reusable) {
            idle.addFirst(connection);
        } else if (connection != null) {
            close(connection);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            Log.warn("a connection did not close", "error", e.getMessage());
        }
    }
}
