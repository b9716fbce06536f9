package ai.nominate.tenantmgr.analysis;

import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.ProblemException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Asks for an analysis. */
@Schema(name = "NewAnalysis")
record NewAnalysis(
        @Schema(
                description = "Address of the customer's website; https if it names no scheme",
                required = true,
                examples = "https://acme.example")
        String url) {

    /** @throws ProblemException if it is not the address of a page */
    WebAddress address() {
        Fields fields = new Fields();
        WebAddress address = fields.required("url", url, WebAddress::of);
        fields.throwIfInvalid();
        return address;
    }
}
