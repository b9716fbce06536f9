package ai.nominate.tenantmgr.web;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Stops the start of the program: one sentence for the operator, and an exit without a stack trace. */
public final class StartupRefused {
    /** EX_CONFIG of sysexits.h: configuration error. */
    public static final int EXIT_CODE = 78;

    private StartupRefused() {}

    /** Throw it during application start-up. */
    public static RuntimeException because(String sentence) {
        return new ConfigurationException(sentence);
    }

    /** The message, if this exception ended the start. */
    public static Optional<String> sentence(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(20)
                .filter(ConfigurationException.class::isInstance)
                .map(Throwable::getMessage)
                .findFirst();
    }
}
