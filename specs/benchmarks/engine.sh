#!/usr/bin/env bash
# Time of the engine in the JVM beside the same crate as a native program. Needs a JDK 17, Maven, cargo (without it the native columns
# stay empty) and about four minutes.
#   engine.sh [JVMS]      medians of so many fresh JVMs, 5 unless said; JAVA_OPTS goes to each
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../..
script=$here/script.rhai
jvms=${1:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

mvn -B -ntp -q -f "$root/plugin/pom.xml" test-compile \
  org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile="$work/classpath" -Dmdep.includeScope=test >"$work/out" || { cat "$work/out"; exit 1; }
classpath=$root/plugin/target/classes:$root/plugin/target/test-classes:$(cat "$work/classpath")
native=
if command -v cargo >/dev/null; then
  CARGO_TARGET_DIR=$work/native cargo build -q --locked --release --example native --manifest-path "$root/plugin/src/main/rust/Cargo.toml"
  native=$work/native/release/examples/native
fi

# shellcheck disable=SC2086
benchmark() { java ${JAVA_OPTS:-} -cp "$classpath" dev.idpscripts.engine.EngineBenchmark "$@"; }
median() { sort -n | awk '{all[NR] = $1} END {print all[int((NR + 1) / 2)]}'; }
jvm() { for ((i = 0; i < jvms; i++)); do benchmark "$@"; done >"$work/jvm"; } # then column N
column() { awk -v n="$1" '{print $n}' "$work/jvm" | median; }
native() { # what, script, count: milliseconds for all of them, the process's start included
  [ -n "$native" ] || return 0
  benchmark requests "$@" >"$work/requests"
  for ((i = 0; i < jvms; i++)); do
    local t=$EPOCHREALTIME
    "$native" <"$work/requests" >"$work/answers"
    echo "$t $EPOCHREALTIME" | awk '{print ($2 - $1) * 1000}'
  done | median
}
each() { awk -v all="$1" -v count="$2" 'BEGIN {if (all != "") print all / count}'; }
row() { # name, milliseconds in the JVM, milliseconds natively or nothing
  awk -v name="$1" -v jvm="$2" -v native="${3:-}" 'BEGIN {
    printf "%-52s %10.2f ms", name, jvm
    if (native != "") printf " %10.3f ms %7.0f x", native, jvm / native
    print ""
  }'
}

cold() {
  jvm cold "$script"
  row "module load, cold JVM" "$(column 1)"
  row "first compile of a 41-line script" "$(column 2)"
  row "both" "$(awk '{print $1 + $2}' "$work/jvm" | median)" "$(native compile "$script" 1)"
}
warm() {
  echo 'loop {}' >"$work/loop.rhai"
  jvm warm "$script"
  row "compile of a 41-line script, warm" "$(column 1)" "$(each "$(native compile "$script" 2000)" 2000)"
  row "compile and run of a 41-line script, warm" "$(column 2)" "$(each "$(native run "$script" 2000)" 2000)"
  row "loop {} until the operation limit, warm" "$(column 3)" "$(each "$(native run "$work/loop.rhai" 100)" 100)"
}
many() { # threads
  jvm many "$script" 500 "$1"
  row "500 scripts compiled once, cold JVM, threads: $1" "$(column 1)" "$(native compile "$script" 500)"
}
# example_tests() { … }      PLACE: the whole of example-repo's tests
# validate_500() { … }       PLACE: mvn idp-scripts:validate on 500 scripts beside an empty mvn validate

printf '%-52s %13s %13s %9s\n' "" "JVM" "native" "ratio"
cold
warm
many 1
many 2
