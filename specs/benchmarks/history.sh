#!/usr/bin/env bash
# What it costs a plan to look into Git: 100 scripts, 2,000 commits, and 200 differences (each script's body and description), of which the
# server has what 1,000 commits before said. Run it after mvn -DskipTests install; it needs bash, curl and about two minutes.
#   history.sh [COMMITS]
set -euo pipefail
commits=${1:-2000}
work=$(mktemp -d)
trap 'kill "${server:-}" 2>/dev/null || true; rm -rf "$work"' EXIT
mkdir -p "$work/repo" "$work/sandbox"
cd "$work/sandbox"
mvn -B -ntp dev.idpscripts:idp-scripts-maven-plugin:0.1.0-SNAPSHOT:sandbox -Didp-scripts.sandbox.ephemeral >"$work/server" 2>&1 &
server=$!
until grep -q 'sandbox ready' "$work/server"; do kill -0 $server || { cat "$work/server"; exit 1; }; sleep 0.2; done
read -r url tenant token < <(sed -n 's/.*ready: \(.*\) tenant \(.*\) token \(.*\)/\1 \2 \3/p' "$work/server")
export IDP_SCRIPTS_TOKEN=$token
cd "$work/repo"

# Commit n edits script n modulo 100.
git init -q -b main
{
  file() { printf 'M 100644 inline %s\ndata %d\n%s\n' "$1" "${#2}" "$2"; }
  script() {
    file "scripts/script-$1.rhai" "$(printf '// Script %d\noutput.value = %d;\n' "$1" "$2")"
    file "scripts/script-$1.yaml" "description: as of $2"
  }
  commit() { printf 'commit refs/heads/main\ncommitter bench <bench@example.com> %d +0000\ndata 8\ncommit\n\n' $((1700000000 + $1 * 60)); }
  commit 0
  file .gitignore 'target/'
  file environments/remote.yaml "$(printf 'url: %s\ntenant: %s\n' "$url" "$tenant")"
  file pom.xml '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><groupId>bench</groupId><artifactId>bench</artifactId><version>1</version><packaging>pom</packaging><build><plugins><plugin><groupId>dev.idpscripts</groupId><artifactId>idp-scripts-maven-plugin</artifactId><version>0.1.0-SNAPSHOT</version></plugin></plugins></build></project>'
  for ((i = 0; i < 100; i++)); do script "$i" "$i"; done
  for ((n = 100; n < commits; n++)); do commit "$n"; script $((n % 100)) "$n"; done
} | git fast-import --quiet
git checkout -q main
git gc -q

mvn="mvn -B -ntp -q"

run() { "$@" >"$work/out" 2>&1 || { cat "$work/out"; exit 1; }; }
median() { # of five runs, in seconds
  for _ in 1 2 3 4 5; do
    local t=$EPOCHREALTIME
    run "$@"
    echo "$t $EPOCHREALTIME" | awk '{print $2 - $1}'
  done | sort -n | sed -n 3p
}
row() { printf '%-52s %6.2f s  %5.2f s more than without Git\n' "$1" "$2" "$(awk "BEGIN {print $2 - $3}")"; }

run $mvn idp-scripts:apply -Didp-scripts.at=HEAD~$((commits / 2))
cp -r . "$work/copy"
rm -rf "$work/copy/.git"
cd "$work/copy"; run $mvn idp-scripts:plan; without=$(median $mvn idp-scripts:plan)
cd "$work/repo"; run $mvn idp-scripts:plan; with=$(median $mvn idp-scripts:plan)
row "plan, 200 differences" "$with" "$without"

run $mvn idp-scripts:apply
cd "$work/copy"; run $mvn idp-scripts:plan; without=$(median $mvn idp-scripts:plan)
cd "$work/repo"; run $mvn idp-scripts:plan; with=$(median $mvn idp-scripts:plan)
row "plan, no difference" "$with" "$without"
