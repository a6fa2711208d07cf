#!/usr/bin/env bash
# Milliseconds from saving a script of the example to watch's next line, fifteen times. Run it after mvn -DskipTests install; it needs bash
# and about a minute.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'kill "${watch:-}" 2>/dev/null || true; rm -rf "$work"' EXIT
cp -r "$here/../../example-repo" "$work/repo"
cd "$work/repo"
rm -rf target
mvn -B -ntp -q idp-scripts:apply -Didp-scripts.environment=sandbox
log=$work/watch
mvn -B -ntp idp-scripts:watch -Didp-scripts.environment=sandbox >"$log" 2>&1 &
watch=$!
until grep -q 'Valid:' "$log"; do sleep 0.2; done
for n in $(seq 15); do
  sleep 1.2
  size=$(stat -c %s "$log") start=$EPOCHREALTIME
  echo "// edit $n" >>scripts/naming/login-name.rhai
  until [ "$(stat -c %s "$log")" -gt "$size" ]; do sleep 0.002; done
  echo "$start $EPOCHREALTIME" | awk '{printf "%d ", ($2 - $1) * 1000}'
done
echo
