#!/usr/bin/env bash
# Builds the engine's WebAssembly module and puts it, and the sum of what it was built from, where the build of the plugin finds them.
# For a Debian 12 on x86-64, as root; nobody else needs it. Takes four minutes. The same bytes come out whenever and wherever it runs.
#   build.sh [TOOLCHAIN_FOLDER]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
module=$here/../wasm
tools=${1:-$here/../../../target/rust-toolchain}
mkdir -p "$tools" "$module"
tools=$(cd "$tools" && pwd)

# Debian's toolchain for the web is the one that brings the standard library's source; unpacked, because installed it collides with rustc.
root=$tools/root
if [ ! -x "$root/usr/bin/rustc" ]; then
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends gcc libc6-dev binutils patch ca-certificates libcurl4 libgit2-1.5 libssh2-1 libsqlite3-0 lld-22
  (cd "$tools" && apt-get download -qq rustc-web cargo-web libstd-rust-web-1.96 libstd-rust-web-dev rust-web-src libllvm22)
  for package in "$tools"/*.deb; do dpkg -x "$package" "$root"; done
fi
cat >"$tools/rustc" <<END
#!/bin/sh
LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu exec $root/usr/bin/rustc "\$@"
END
chmod +x "$tools/rustc"

export CARGO_HOME=$tools/cargo CARGO_TARGET_DIR=$tools/target
export RUSTC=$tools/rustc RUSTC_BOOTSTRAP=1
# Hash seeds that rhai would otherwise draw at random when it is compiled.
export CONST_RANDOM_SEED=rhai-engine RHAI_HASHING_SEED='[1,2,3,4]'
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld-22
# 64 MiB is what a script may take at most, stack included; panics name files by paths that are the same everywhere.
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="-Clink-arg=--max-memory=67108864 -Clink-arg=-zstack-size=4194304 \
  --remap-path-prefix=$CARGO_HOME=cargo --remap-path-prefix=$root/usr/src=std --remap-path-prefix=$root/usr/lib/rustlib/src/rust=std \
  --remap-path-prefix=$here=engine"
cd "$here"

# Both sources as they are, and then changed; what was built from them before is not built again, so it goes.
rm -rf "$CARGO_TARGET_DIR" "$root"/usr/src/rustc-*/library "$CARGO_HOME"/registry/src/*/rhai-1.24.0
dpkg --fsys-tarfile "$tools"/rust-web-src_*.deb | tar -x -C "$root" --wildcards './usr/src/rustc-*/library'
"$root/usr/bin/cargo" fetch --locked -q
# A sleep that returns, and panics that catch_unwind catches: the host comes back to it (abi.rs). Rhai takes the one to wait for a lock and
# the other for comparers without order; exceptions of WebAssembly would make half as much again of the classes.
patch -s -p1 -d "$root"/usr/lib/rustlib/src/rust <std.patch
# Rhai in 32 bits where the server has 64: tags, ranges of strings and where they start, and lengths that overflow in array.pad.
change() { # file, sed's words, what is there afterwards
  sed -i -E "$2" "$rhai/$1"
  grep -qF "$3" "$rhai/$1" || { echo "$1 is not as expected" >&2; exit 1; }
}
rhai=$(echo "$CARGO_HOME"/registry/src/*/rhai-1.24.0/src)
change types/dynamic.rs 's/^pub type Tag = i16;/pub type Tag = i32;/' 'pub type Tag = i32;'
change eval/chaining.rs 's/(\*?range\.(start|end)(\(\))?) as usize/usize::try_from(\1).unwrap_or(usize::MAX)/' '(range.start).unwrap_or(usize::MAX)'
change packages/array_basic.rs '/pub fn pad\(/,/^    }/ s/usize::try_from\(len\)/usize::try_from(len.min(100_000))/' 'len.min(100_000)'
change packages/string_more.rs 's/(usize::try_from\((start|index)\.unsigned_abs\(\)\)) else/\1.or(Ok::<_, std::num::TryFromIntError>(usize::MAX)) else/' 'or(Ok::<_,'

"$root/usr/bin/cargo" build --locked --release --lib --target wasm32-unknown-unknown -Zbuild-std=std,panic_abort -Zbuild-std-features=

cp "$CARGO_TARGET_DIR/wasm32-unknown-unknown/release/idp_scripts_engine.wasm" "$module/engine.wasm"
"$here/sum.sh" >"$module/engine.source.sha256"
sha256sum "$module/engine.wasm"
