#!/usr/bin/env bash
# The sum over everything that decides what the module is. EngineSourceTest says so when it is no longer the one that the module was built from.
set -euo pipefail
cd "$(dirname "$0")"
find . -type f \( -name '*.rs' -o -name 'Cargo.*' -o -name '*.patch' -o -name build.sh \) -not -path './examples/*' | LC_ALL=C sort | xargs sha256sum | sha256sum | cut -d' ' -f1
