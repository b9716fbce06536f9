package ai.nominate.tenantmgr.kernel;

import java.util.Objects;

/** A value that nobody prints by accident: only {@link #reveal()} gives it, and that is easy to search for. */
public final class Secret {
    private static final String MASK = "•••";
    private final String value;

    public Secret(String value) {
        this.value = Objects.requireNonNull(value);
    }

    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.value.equals(value);
    }

    @Override
    public int hashCode() {
        return Secret.class.hashCode();
    }

    @Override
    public String toString() {
        return MASK;
    }
}
