#!/usr/bin/env bash
# The slowest test classes of the last build, from the reports of Surefire and Failsafe: seconds by the clock, tests, class. Run it after
# time mvn -B -ntp verify
#   tests.sh [HOW_MANY]
set -euo pipefail
cd "$(dirname "$0")/../../plugin/target"
rows=$(find . -path "./*-reports/TEST-*.xml" -exec grep -ho "<testsuite [^>]*>" {} + |
  sed -E 's/.* name="([^"]*)" time="([^"]*)" tests="([^"]*)".*/\2 \3 \1/' | sort -rn)
echo "$rows" | head -n "${1:-15}" | awk '{sub(".*[.]", "", $3); printf "| %s | %d | %.1f |\n", $3, $2, $1}'
echo "$rows" | awk '{seconds += $1; tests += $2} END {printf "| all | %d | %.0f |\n", tests, seconds}'
