#!/usr/bin/env bash
# Requests and time of a first apply, and of plans after it, with 500 scripts and 800 bindings. Run it after
# mvn -DskipTests install; it needs bash, curl and about two minutes.
#   apply.sh [SCRIPTS]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'kill "${server:-}" 2>/dev/null || true; rm -rf "$work"' EXIT
"$here/repository.sh" "$work/repo" "${1:-500}"
cd "$work/repo"

seconds() { local t=$EPOCHREALTIME; "$@" >"$work/out" 2>&1 || { cat "$work/out"; exit 1; }; echo "$t $EPOCHREALTIME" | awk '{print $2 - $1}'; }
requests() { sed -n 's/.*"requests" : \([0-9]*\).*/\1/p' target/idp-scripts/result.json; }
outcome() { sed -n 's/.*"outcome" : "\([A-Z_]*\)".*/\1/p' target/idp-scripts/result.json; }
row() { # name, command...
  local name=$1 time
  shift
  time=$(seconds "$@")
  printf '%-46s %8.2f s %7.1f x %6s requests  %s\n' "$name" "$time" "$(awk "BEGIN {print $time / $empty}")" "$(requests)" "$(outcome)"
}
mvn="mvn -B -ntp -q"

empty=$(seconds $mvn validate)
empty=$(seconds $mvn validate)
printf '%-46s %8.2f s     1.0 x\n' "mvn validate, nothing to do" "$empty"
row "plan on an empty sandbox" $mvn idp-scripts:plan
row "apply on an empty sandbox" $mvn idp-scripts:apply
row "plan, no change" $mvn idp-scripts:plan

# The same as against a server elsewhere: what was read is remembered between runs.
mvn -B -ntp idp-scripts:sandbox >"$work/server" 2>&1 &
server=$!
until grep -q 'sandbox ready' "$work/server"; do sleep 0.2; done
read -r url tenant token < <(sed -n 's/.*ready: \(.*\) tenant \(.*\) token \(.*\)/\1 \2 \3/p' "$work/server")
export IDP_SCRIPTS_TOKEN=$token
printf 'url: %s\ntenant: %s\n' "$url" "$tenant" >environments/remote.yaml
row "plan by HTTP, first time" $mvn idp-scripts:plan -Didp-scripts.environment=remote
row "plan by HTTP, again" $mvn idp-scripts:plan -Didp-scripts.environment=remote
echo '// changed' >>scripts/script-7.rhai
row "plan by HTTP, one script changed" $mvn idp-scripts:plan -Didp-scripts.environment=remote
row "apply by HTTP, one script changed" $mvn idp-scripts:apply -Didp-scripts.environment=remote
