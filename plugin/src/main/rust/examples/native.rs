//! The same crate as a native program: a request a line in, an answer a line out. For comparison; see specs/benchmarks/engine.md.

use std::io::{self, BufRead, Write};

fn main() -> io::Result<()> {
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        out.write_all(&idp_scripts_engine::respond(line?.as_bytes()))?;
        out.write_all(b"\n")?;
    }
    Ok(())
}
