package ai.nominate.tenantmgr.kernel;

import java.util.Objects;

/** A value that cannot be printed by accident: only {@link #reveal()} returns it, and its calls are easy to find. */
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
