#!/usr/bin/env bash
# Writes a repository of SCRIPTS scripts (2 KB each) and SCRIPTS * 8 / 5 bindings into an empty folder.
#   repository.sh FOLDER [SCRIPTS]
set -euo pipefail
folder=$1 scripts=${2:-500}
bindings=$((scripts * 8 / 5))
mkdir -p "$folder"/{scripts,bindings,environments}

{
  echo "url: sandbox"
  echo "sandbox:"
  echo "  connectors:"
  for ((c = 0; c * 100 < bindings; c++)); do echo "    - Connector $c"; done
} >"$folder/environments/sandbox.yaml"

filler=$(printf '// %.0s0123456789 0123456789 0123456789 0123456789 0123456789 01234567\n' {1..28})
for ((i = 0; i < scripts; i++)); do
  printf '// Script %d\n%s\noutput.value = %d;\n' "$i" "$filler" "$i" >"$folder/scripts/script-$i.rhai"
done

# Ten bindings on each of the ten hooks of a connector, until there are enough.
hooks=()
for phase in before after; do
  for operation in create update delete enable disable; do hooks+=("$phase $operation"); done
done
for ((b = 0; b < bindings; b++)); do
  file="$folder/bindings/connector-$((b / 100)).yaml"
  if ((b % 100 == 0)); then printf 'connector: Connector %d\nhooks:\n' $((b / 100)) >"$file"; fi
  if ((b % 10 == 0)); then printf '  %s:\n' "${hooks[b / 10 % 10]}" >>"$file"; fi
  printf '    - script: script-%d\n' $((b % scripts)) >>"$file"
done

cat >"$folder/pom.xml" <<EOF
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>bench</groupId><artifactId>bench</artifactId><version>1</version><packaging>pom</packaging>
  <build><plugins><plugin>
    <groupId>dev.idpscripts</groupId><artifactId>idp-scripts-maven-plugin</artifactId><version>0.1.0-SNAPSHOT</version>
  </plugin></plugins></build>
</project>
EOF
