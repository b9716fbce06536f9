package ai.nominate.tenantmgr.audit;

import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares the seals with the entries, in the order of their numbers. For one verification, and one thread at a time. */
final class ChainFaults {
    private static final int MOST_NAMED = 20;

    private final AuditSignature signature;
    private final Optional<ChainHead> kept;
    private final List<String> named = new ArrayList<>();
    private long count;
    private ChainHead head = ChainHead.EMPTY;
    private boolean isLastSigned = true;

    /** @param kept the newest head that this manager has seen */
    ChainFaults(AuditSignature signature, Optional<ChainHead> kept) {
        this.signature = signature;
        this.kept = kept;
    }

    ChainHead head() {
        return head;
    }

    List<String> named() {
        return List.copyOf(named);
    }

    long count() {
        return count;
    }

    /** @param row the next seal, and its entry if there is one */
    void look(Row row) {
        Seal seal = Seal.of(row);
        ChainHead next = seal.head();
        if (next.number() > head.number() + 1) {
            add("Entries " + (head.number() + 1) + " to " + (next.number() - 1) + " were removed with their seals");
        } else if (row.getUUID("id") == null) {
            add("Entry " + next.number() + " was removed");
        } else if (!CanonicalEntry.of(row).after(head).equals(next)) {
            add("Entry " + next.number() + " was changed: " + row.getString("action") + " at "
                    + row.getOffsetDateTime("at").toInstant());
        }
        isLastSigned = signature.isSigned(seal.bytes(), row.getString("seal_mac"));
        kept.filter(known -> known.number() == next.number() && !known.equals(next))
                .ifPresent(known -> add("The chain up to entry " + known.number() + " was written anew"));
        head = next;
    }

    /** @param row an entry that should have been sealed */
    void neverSealed(Row row) {
        add("Entry " + row.getUUID("id") + " was added past the manager: " + row.getString("action") + " at "
                + row.getOffsetDateTime("at").toInstant());
    }

    /** After the last seal. */
    void end() {
        // its signature vouches for those before; one of before a rotation of keys is covered by the kept head
        if (!isLastSigned && kept.filter(head::equals).isEmpty()) {
            add("Entry " + head.number() + ", the newest, was not sealed by a manager");
        }
        kept.filter(known -> known.number() > head.number())
                .ifPresent(known -> add("Entries " + (head.number() + 1) + " to " + known.number()
                        + ", the newest of the chain, were removed"));
    }

    private void add(String fault) {
        count++;
        if (named.size() < MOST_NAMED) {
            named.add(fault);
        }
    }
}
