#!/bin/sh
# Compiles backend.jar and frontend.jar, and archives the classes of a start (CDS) to shorten it.
set -eu
cd "$(dirname "$0")"
needed=javac
. ./jdk.sh
driver=org/postgresql/postgresql/42.7.13/postgresql-42.7.13.jar

fetch_driver() {
  mkdir -p lib
  local_copy=${HOME:-/}/.m2/repository/$driver
  if [ -r "$local_copy" ]; then cp "$local_copy" lib/postgresql.jar; return; fi
  for maven in "$(command -v mvn || true)" ../../backend/mvnw; do
    [ -x "$maven" ] || continue
    "$maven" -q -B dependency:copy -Dartifact=org.postgresql:postgresql:42.7.13 -DoutputDirectory="$PWD/lib" \
      -Dmdep.stripVersion=true && return
  done
  echo "lib/postgresql.jar is missing: put the PostgreSQL JDBC driver there (Maven: org.postgresql:postgresql:42.7.13)" >&2
  exit 1
}

pack() {
  printf 'Main-Class: campaign.%s\nClass-Path: lib/postgresql.jar\n' "$2" > "target/$1.mf"
  "$JDK/bin/jar" --create --no-compress --date=2026-01-01T00:00:00Z --file "$1.jar" --manifest "target/$1.mf" -C target/classes . -C . web
  "$JDK/bin/java" -XX:ArchiveClassesAtExit="$1.jsa" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xlog:disable \
    -cp "$1.jar" campaign.Rehearsal "$1" > "target/$1.log" || { cat "target/$1.log" >&2; exit 1; }
}

[ -r lib/postgresql.jar ] || fetch_driver
rm -rf target backend.jar frontend.jar backend.jsa frontend.jsa
mkdir -p target/classes
"$JDK/bin/javac" -J-XX:TieredStopAtLevel=1 --release 21 -Xlint:all,-serial -Werror -proc:none -cp lib/postgresql.jar -d target/classes src/campaign/*.java
pack backend Backend & backend=$!
pack frontend Frontend
wait $backend
rm -rf target
echo "built release '$(cat release.txt)' with $JDK"
