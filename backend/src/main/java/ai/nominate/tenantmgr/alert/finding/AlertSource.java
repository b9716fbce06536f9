package ai.nominate.tenantmgr.alert.finding;

import java.time.Instant;
import java.util.List;

/**
 * One kind of trouble, as its rows tell it. A feature implements it as a bean; the holder of the server's lease asks every few seconds.
 * It says what is wrong now and need not remember: an alert opens when a key appears and is over when it is gone.
 */
public interface AlertSource {
    /** The kind of its findings, a noun in lower case: rules choose by it. */
    String kind();

    /** For the page where rules are made: {@code Failed deployments}. */
    String title();

    /**
     * What is wrong on this server now. Blocks.
     *
     * @throws RuntimeException if it cannot be said now: then alerts of this kind stay as they are
     */
    List<Finding> findings(Instant now);
}
