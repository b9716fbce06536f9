# For tests in boxes. Sourced from the clone's root.

# Ends the test where boxes cannot run: as skipped, loudly, or as failed with CI=true.
need_boxes() {
    local reason
    reason=$(deploy/box/box usable 2>&1) && return
    echo "✗✗✗ SKIPPED: $reason. No part of this suite was tested."
    if [[ ${CI-} == true ]]; then
        echo '0 passed, 1 failed'
        exit 1
    fi
    echo '0 passed, 0 failed, 1 skipped'
    exit 0
}
