#!/usr/bin/env bash
# Builds target/benchmarks.jar if it is missing or older than the sources, then starts it. Parses nothing: see --help.
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
jar=$here/target/benchmarks.jar
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

if ! command -v "$java" >/dev/null; then
  echo "run-bench: there is no $java; install a JDK, 17 or newer, or point JAVA_HOME to one" >&2
  exit 3
fi

if [ ! -f "$jar" ] || [ -n "$(find "$here/pom.xml" "$here/src/main" "$here/src/broker" "$here/src/peers" -newer "$jar" -print -quit)" ]; then
  echo "building target/benchmarks.jar" >&2
  if ! "$here/mvnw" -B -q -f "$here/pom.xml" package -DskipTests >&2; then
    echo "run-bench: the build failed; its messages are above" >&2
    exit 3
  fi
fi

# JMH 1.37 needs sun.misc.Unsafe, which newer JDKs must be told to allow and older ones must not.
flags=(--enable-native-access=ALL-UNNAMED)
if "$java" --sun-misc-unsafe-memory-access=allow -version >/dev/null 2>&1; then
  flags+=(--sun-misc-unsafe-memory-access=allow)
fi

exec "$java" "${flags[@]}" -Dproducerbench.home="$here" -jar "$jar" "$@"
