#!/usr/bin/env bash
# Builds target/benchmarks.jar if it is missing or older than the sources, then starts it. Parses nothing: see --help.
set -euo pipefail

# Where this file is, even if it was called through links.
script=${BASH_SOURCE[0]}
while [ -L "$script" ]; do
  target=$(readlink -- "$script")
  case $target in
    /*) script=$target ;;
    *) script=$(dirname -- "$script")/$target ;;
  esac
done
here=$(cd -- "$(dirname -- "$script")" && pwd -P)
jar=$here/target/benchmarks.jar
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

if ! command -v "$java" >/dev/null; then
  echo "run-bench: there is no $java; install a JDK, 17 or newer, or point JAVA_HOME to one" >&2
  exit 3
fi

if [ ! -f "$jar" ] || [ -n "$(find "$here/pom.xml" "$here/src/main" "$here"/src/{broker/pom.xml,peers/pom.xml,trogdor/pom.xml,trogdor/java} -newer "$jar" -print -quit)" ]; then
  echo "building target/benchmarks.jar" >&2
  # In a process group of its own, so that a signal ends all of the build, and this script says what was stopped.
  set -m
  "$here/mvnw" -B -q -f "$here/pom.xml" package -DskipTests -Dspotless.check.skip </dev/null >&2 &
  build=$!
  set +m
  stop() {
    trap '' INT TERM
    kill -TERM -- "-$build" 2>/dev/null || true
    wait "$build" 2>/dev/null || true
    rm -f "$jar"
    echo "run-bench: stopped while building; nothing was measured yet" >&2
    exit "$1"
  }
  trap 'stop 130' INT
  trap 'stop 143' TERM
  if ! wait "$build"; then
    rm -f "$jar"
    echo "run-bench: the build failed; its messages are above" >&2
    exit 3
  fi
  trap - INT TERM
fi

# JMH 1.37 needs sun.misc.Unsafe, which newer JDKs must be told to allow and older ones must not.
flags=(--enable-native-access=ALL-UNNAMED)
if "$java" --sun-misc-unsafe-memory-access=allow -version >/dev/null 2>&1; then
  flags+=(--sun-misc-unsafe-memory-access=allow)
fi

exec "$java" "${flags[@]}" -Dproducerbench.home="$here" -jar "$jar" "$@"
