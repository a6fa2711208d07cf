#!/usr/bin/env bash
# Time of the engine in the JVM beside the same crate as a native program. Needs a JDK 17, Maven, cargo (without it the native columns
# stay empty), the plugin installed (mvn -DskipTests install) and about five minutes.
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
maven() { # folder, goal: seconds of whole mvn processes, the first of which is not counted
  for ((i = 0; i <= jvms; i++)); do
    local t=$EPOCHREALTIME
    (cd "$1" && mvn -B -ntp -q "$2" >"$work/out") || { cat "$work/out" >&2; exit 1; }
    if ((i > 0)); then echo "$t $EPOCHREALTIME" | awk '{print $2 - $1}'; fi
  done | median
}
beside() { # name, seconds of an empty mvn validate, seconds
  awk -v name="$1" -v empty="$2" -v goal="$3" 'BEGIN {printf "%-52s %10.2f s  %11.2f s  %7.1f x\n", name, goal, empty, goal / empty}'
}
goals() {
  cp -r "$root/example-repo" "$work/example"
  rm -rf "$work/example/target"
  mkdir -p "$work/many/scripts" "$work/many/environments"
  cp "$root/example-repo/pom.xml" "$work/many"
  echo "url: sandbox" >"$work/many/environments/sandbox.yaml"
  for ((i = 0; i < 500; i++)); do { cat "$script"; echo "// $i"; } >"$work/many/scripts/script-$i.rhai"; done
  local empty
  empty=$(maven "$work/many" validate)
  beside "mvn idp-scripts:test, example-repo" "$empty" "$(maven "$work/example" idp-scripts:test)"
  beside "mvn idp-scripts:validate, 500 scripts" "$empty" "$(maven "$work/many" idp-scripts:validate)"
}

printf '%-52s %13s %13s %9s\n' "" "JVM" "native" "ratio"
cold
warm
many 1
many 2
printf '\n%-52s %12s %13s %9s\n' "whole processes" "goal" "mvn validate" "ratio"
goals
