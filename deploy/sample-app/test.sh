#!/bin/sh
# Builds both releases in a temporary directory and tests them on the database of DATABASE_URL.
# Drops the tables `person` and `migration` there first: use a separate database.
set -eu
cd "$(dirname "$0")"
[ -n "${DATABASE_URL:-}" ] || { echo "DATABASE_URL is missing: postgresql://user:password@host:port/database" >&2; exit 64; }
needed=javac
. ./jdk.sh
work=$(mktemp -d "${TMPDIR:-/tmp}/campaign-test-XXXXXX")
trap 'rm -rf "$work"' EXIT
./make-release.sh "$work/first"
./make-release.sh "$work/second" --second
"$work/first/build.sh"
"$work/second/build.sh"
"$JDK/bin/javac" --release 21 -Xlint:all,-serial,-try -Werror -proc:none -cp "$work/first/backend.jar" -d "$work/tests" test/campaign/*.java
"$JDK/bin/java" -cp "$work/tests:$work/first/backend.jar" campaign.CampaignTest "$work/first" "$work/second"
