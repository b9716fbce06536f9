package ai.nominate.tenantmgr.analysis.capture;

import ai.nominate.tenantmgr.analysis.evidence.Snapshot;

/** How a capture ended. */
public sealed interface CaptureResult {
    /** The evidence; its files lie in the directory of the request. */
    record Captured(Snapshot snapshot) implements CaptureResult {}

    /** @param detail for people; names no address inside a network and says nothing that the page said */
    record Failed(CaptureProblem problem, String detail) implements CaptureResult {}
}
