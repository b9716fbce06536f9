#!/bin/sh
# Copies the sources to a new directory, as a release to deploy: ./make-release.sh <dir> [--second] [--fault WORD]
# The copy is complete (including the driver, if present) and builds anywhere with its own ./build.sh.
set -eu
usage() { echo "usage: make-release.sh <new directory> [--second] [--fault WORD]" >&2; exit 64; }
[ $# -ge 1 ] || usage
target=$1 second= fault=
shift
while [ $# -gt 0 ]; do
  case $1 in
    --second) second=yes ;;
    --fault) [ $# -ge 2 ] || usage; fault=$2; shift ;;
    *) usage ;;
  esac
  shift
done
[ ! -e "$target" ] || { echo "$target exists already" >&2; exit 73; }

here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$target"
target=$(cd "$target" && pwd)
cd "$here"
cp -R tenant-app.yaml release.txt run build.sh jdk.sh db src web "$target"
[ ! -r lib/postgresql.jar ] || { mkdir "$target/lib"; cp lib/postgresql.jar "$target/lib"; }
[ -z "$second" ] || cp -R releases/second/. "$target"
[ -z "$fault" ] || printf '%s\n' "$fault" > "$target/fault"
