package ai.nominate.tenantmgr.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.impl.NoStackTraceThrowable;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.hibernate.HibernateException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DatabaseOutageTest {
    @TestFactory
    Stream<DynamicTest> a_database_that_is_away_is_recognised_by_each_thing_that_its_clients_say() {
        return Stream.of(
                        new ConnectException("Connection refused"),
                        new NoStackTraceThrowable("Connection is not active now, current status: CLOSED"),
                        new NoStackTraceThrowable("Connection has been closed"),
                        new NoStackTraceThrowable("Timeout"),
                        new SQLException("terminating connection", "57P01"))
                .map(cause -> DynamicTest.dynamicTest(
                        cause.toString(),
                        () -> assertThat(DatabaseOutage.isCauseOf(new HibernateException("not read", cause)))
                                .isTrue()));
    }

    @Test
    void other_failures_are_none() {
        assertThat(DatabaseOutage.isCauseOf(new IllegalStateException("Connection is not active")))
                .isFalse();
        assertThat(DatabaseOutage.isCauseOf(new SQLException("no such table", "42P01")))
                .isFalse();
    }
}
