package ai.nominate.tenantmgr.credential;

import ai.nominate.tenantmgr.kernel.CredentialName;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The request to store a credential. */
@Schema(name = "NewCredential")
record NewCredential(
        @Schema(
                description = "Name, 1 to 63 lower-case letters, digits and hyphens",
                required = true,
                examples = "acme-github")
        String name,

        @Schema(
                description = "A deploy key for ssh, made by the product, or an access token for https",
                required = true,
                enumeration = {"deploy-key", "access-token"})
        String kind,

        @Schema(
                description = "The one host that gets it, optionally with a port; without a port: any port",
                required = true,
                examples = "github.com")
        String host,

        @Schema(
                description = "Beginning of the paths of the repositories for which it may be used; default: all paths",
                examples = "/acme")
        String pathPrefix,

        @Schema(description = "User name of an access token; default: git", examples = "git")
        String username,

        @Schema(
                description = "The access token; never shown again. Not for a deploy key",
                format = "password",
                examples = "ghp_example")
        String token) {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TOKEN = 4000;

    /** @throws ai.nominate.tenantmgr.kernel.ProblemException naming each invalid field */
    void check() {
        Fields fields = new Fields();
        fields.required("name", name, CredentialName::new);
        CredentialKind checked = fields.required("kind", kind, CredentialKind::of);
        fields.required("host", host, text -> CredentialScope.of(text, ""));
        fields.optional("pathPrefix", pathPrefix, text -> CredentialScope.of("host", text));
        fields.optional("username", username, text -> line(text, LONGEST_NAME));
        if (checked == CredentialKind.ACCESS_TOKEN) {
            fields.required("token", token, text -> line(text, LONGEST_TOKEN));
        } else if (checked == CredentialKind.DEPLOY_KEY) {
            fields.optional("token", token, text -> unexpected());
            fields.optional("username", username, text -> unexpected());
        }
        fields.throwIfInvalid();
    }

    CredentialScope scope() {
        return CredentialScope.of(host, pathPrefix == null ? "" : pathPrefix);
    }

    String usernameOrDefault() {
        return username == null ? "git" : username;
    }

    private static String unexpected() {
        throw new InvalidValue("is for access tokens only; the product makes the key pair itself");
    }

    private static String line(String text, int longest) {
        if (text.isBlank() || text.length() > longest || text.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new InvalidValue("must be 1 to " + longest + " ASCII characters without spaces");
        }
        return text;
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "NewCredential[" + name + "]";
    }
}
