package ai.nominate.tenantmgr.web;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** How a room says at the start that the program must not go on: one sentence for people, and an end without a trace. */
public final class StartupRefused {
    /** That of EX_CONFIG in sysexits.h: something is configured wrongly. */
    public static final int EXIT_CODE = 78;

    private StartupRefused() {}

    /** To be thrown while the application starts. */
    public static RuntimeException because(String sentence) {
        return new ConfigurationException(sentence);
    }

    /** What was said, when this is how a start ended. */
    public static Optional<String> sentence(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(20)
                .filter(ConfigurationException.class::isInstance)
                .map(Throwable::getMessage)
                .findFirst();
    }
}
