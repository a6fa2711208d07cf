#!/usr/bin/env bash
# Memory and time of pull, status and plan with 5,000 scripts on the server and a heap of 160 MB. Run it after
# mvn -DskipTests install; it needs bash, GNU time and about two minutes.
#   many.sh [SCRIPTS [HEAP]]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'kill "${server:-}" 2>/dev/null || true; rm -rf "$work"' EXIT
mkdir -p "$work/repo/scripts" "$work/repo/environments"
cd "$work/repo"
plugin=dev.idpscripts:idp-scripts-maven-plugin:0.1.0-SNAPSHOT
mvn -B -ntp "$plugin:sandbox" -Didp-scripts.sandbox.ephemeral >"$work/server" 2>&1 &
server=$!
until grep -q 'sandbox ready' "$work/server"; do sleep 0.2; done
read -r url tenant token < <(sed -n 's/.*ready: \(.*\) tenant \(.*\) token \(.*\)/\1 \2 \3/p' "$work/server")
java "$here/Fill.java" "$url" "$tenant" "$token" "${1:-5000}"
export IDP_SCRIPTS_TOKEN=$token MAVEN_OPTS=-Xmx${2:-160m}
printf 'url: %s\ntenant: %s\n' "$url" "$tenant" >environments/remote.yaml
for goal in pull status plan; do
  /usr/bin/time -f '%e s, %M KB' -o "$work/time" mvn -B -ntp "$plugin:$goal" >"$work/out" 2>&1 || { tail -30 "$work/out"; exit 1; }
  printf '%-8s %s\n' "$goal" "$(cat "$work/time")"
done
