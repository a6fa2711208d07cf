#!/usr/bin/env bash
# How long the writes of a first apply take with 500 scripts and 800 bindings, on a server that needs 25 ms for each answer, beside
# the least that four requests at a time could take. Run it after mvn -DskipTests install; it needs bash, awk and about two minutes.
#   throughput.sh [SCRIPTS [MILLISECONDS]]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
scripts=${1:-500} millis=${2:-25}
work=$(mktemp -d)
trap 'kill "${server:-}" "${delay:-}" 2>/dev/null || true; rm -rf "$work"' EXIT
"$here/repository.sh" "$work/repo" "$scripts"
cd "$work/repo"

mvn -B -ntp idp-scripts:sandbox -Didp-scripts.environment=sandbox >"$work/server" 2>&1 &
server=$!
until grep -q 'sandbox ready' "$work/server"; do sleep 0.2; done
read -r url tenant token < <(sed -n 's/.*ready: \(.*\) tenant \(.*\) token \(.*\)/\1 \2 \3/p' "$work/server")
java -Dsun.net.httpserver.nodelay=true "$here/Delay.java" "$url" "$millis" >"$work/delay" &
delay=$!
until grep -q http "$work/delay"; do sleep 0.2; done
export IDP_SCRIPTS_TOKEN=$token
printf 'url: %s\ntenant: %s\n' "$(cat "$work/delay")" "$tenant" >environments/remote.yaml

start=$EPOCHREALTIME
mvn -B -ntp idp-scripts:apply -Didp-scripts.environment=remote >"$work/out" 2>&1 || { tail -30 "$work/out"; exit 1; }
end=$EPOCHREALTIME
requests=$(sed -n 's/.*"requests" : \([0-9]*\).*/\1/p' target/idp-scripts/result.json)
journal=.idp-scripts/local/journal.jsonl
time_of() { sed -n 's/.*"at":"\([^"]*\)".*/\1/p' <<<"$1" | xargs -I{} date -d {} +%s.%N; }
first=$(time_of "$(grep -m1 '"event":"intent"' $journal)")
last=$(time_of "$(grep '"event":"outcome"' $journal | tail -1)")
writes=$(grep -c '"event":"intent"' $journal)
awk -v w="$writes" -v ms="$millis" -v f="$first" -v l="$last" -v s="$start" -v e="$end" -v r="$requests" 'BEGIN {
  least = w * ms / 4000
  printf "writes %d, at least %.2f s; took %.2f s: %.2f x\n", w, least, l - f, (l - f) / least
  printf "the whole mvn process %.2f s, %d requests in all\n", e - s, r
}'
