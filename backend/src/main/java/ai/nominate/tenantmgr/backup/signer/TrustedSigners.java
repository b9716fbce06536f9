package ai.nominate.tenantmgr.backup.signer;

import ai.nominate.tenantmgr.audit.Audit;
import ai.nominate.tenantmgr.audit.Change;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.DisplayText;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.Uuid7;
import ai.nominate.tenantmgr.web.PageRequest;
import ai.nominate.tenantmgr.web.PageView;
import ai.nominate.tenantmgr.web.SqlFailure;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The list of other installations whose backups are accepted. */
@ApplicationScoped
class TrustedSigners {
    private static final int LONGEST_NAME = 100;
    private static final int SHORTEST_KEY = 32;
    private static final int LONGEST_KEY = 64;

    private final Audit audit;
    private final Clock clock;

    TrustedSigners(Audit audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    Uni<PageView<SignerView>> list() {
        return Panache.withSession(() -> SignerRow.<SignerRow>list("order by name, id"))
                .map(rows -> rows.stream().map(SignerView::of).toList())
                .map(views -> PageView.of(views, new PageRequest(0, Math.max(1, views.size())), views.size()));
    }

    /** The public keys. */
    Uni<Set<String>> keys() {
        return SignerRow.<SignerRow>listAll()
                .map(rows -> rows.stream().map(row -> row.publicKey).collect(Collectors.toSet()));
    }

    /** @throws ProblemException {@link SignerProblem#KNOWN}, or with the fields that are not valid */
    Uni<SignerView> add(NewSigner wanted, Actor actor) {
        Fields fields = new Fields();
        SignerRow row = new SignerRow();
        row.name = fields.required("name", wanted.name(), text -> DisplayText.line(text, LONGEST_NAME));
        row.publicKey = fields.required("publicKey", wanted.publicKey(), TrustedSigners::key);
        fields.throwIfInvalid();
        row.id = Uuid7.next();
        row.addedAt = clock.instant();
        row.addedBy = actor.name();
        return Panache.withTransaction(() -> row.<SignerRow>persist()
                        .call(Panache::flush)
                        .call(added ->
                                audit.record(actor, Change.created("backup.signer.add", row.name, null, state(row)))))
                .onFailure(e -> SqlFailure.violates(e, SignerRow.ONE_KEY))
                .transform(e -> new ProblemException(SignerProblem.KNOWN, "A signer has this public key")
                        .withError("publicKey", "belongs to a trusted signer"))
                .map(SignerView::of);
    }

    Uni<Void> remove(String id, Actor actor) {
        return Panache.withTransaction(() -> find(id).flatMap(row -> row.delete()
                .flatMap(done ->
                        audit.record(actor, Change.deleted("backup.signer.remove", row.name, null, state(row))))));
    }

    private static Uni<SignerRow> find(String id) {
        Uni<SignerRow> found = id.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
                ? SignerRow.findById(UUID.fromString(id))
                : Uni.createFrom().nullItem();
        return found.onItem()
                .ifNull()
                .failWith(() -> new ProblemException(SignerProblem.UNKNOWN, "List them with GET /api/backup-signers"));
    }

    private static Map<String, Object> state(SignerRow row) {
        return Map.of("name", row.name, "publicKey", row.publicKey);
    }

    private static String key(String text) {
        try {
            int bytes = Base64.getUrlDecoder().decode(text.strip()).length;
            if (bytes >= SHORTEST_KEY && bytes <= LONGEST_KEY) {
                return text.strip();
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new InvalidValue("must be a public key, as GET /api/backups/keys answers it");
    }
}
