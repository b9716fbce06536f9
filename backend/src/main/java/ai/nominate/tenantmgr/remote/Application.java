package ai.nominate.tenantmgr.remote;

import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.kernel.mask.SecretMatcher;
import java.net.URI;
import java.util.Optional;

/**
 * The live application of a tenant, on the machine where it runs.
 *
 * @param name the release and the slot, which tell one application from the next
 * @param token empty if the manifest names no variable for it
 * @param secrets what its answers must not show
 */
record Application(String name, Offer offer, int port, URI publicUrl, Optional<Secret> token, SecretMatcher secrets) {}
