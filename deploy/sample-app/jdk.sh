# Sets JDK to a Java of at least version 21: from JAVA_HOME, the PATH, or below /usr/lib/jvm.
# Reads the version from the file `release`, because starting a JVM would take longer than the rest of the start.
on_path=$(command -v java || true)
on_path=$(readlink -f "${on_path:-/}")
JDK=
for candidate in "${JAVA_HOME:-}" "${on_path%/bin/java}" /usr/lib/jvm/*; do
  [ -x "$candidate/bin/${needed:-java}" ] && [ -r "$candidate/release" ] || continue
  while IFS='="' read -r key _ value; do
    [ "$key" = JAVA_VERSION ] && [ "${value%%[!0-9]*}" -ge 21 ] && JDK=$candidate && break 2
  done < "$candidate/release"
done
[ -n "$JDK" ] || { echo "Java 21 or newer is needed: set JAVA_HOME" >&2; exit 1; }
