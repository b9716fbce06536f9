package ai.nominate.tenantmgr.backup.proof;

import ai.nominate.tenantmgr.backup.bundle.SigningKey;
import ai.nominate.tenantmgr.run.engine.RunContext;
import ai.nominate.tenantmgr.run.engine.WrappedRunContext;
import java.nio.file.Path;
import java.util.UUID;

/**
 * The context of a proof.
 *
 * @param backup the one that is proven
 * @param directory of this run; everything that it makes on disk lies in it
 * @param key signs the evidence; read before the transaction that ends the run
 */
record ProofContext(RunContext engine, UUID backup, Path directory, ProofFacts facts, SigningKey key)
        implements WrappedRunContext {
    /** Where the parts of the backup are unpacked. */
    Path bundle() {
        return directory.resolve("bundle");
    }
}
