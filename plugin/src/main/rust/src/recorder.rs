//! What a run says and where it goes, noted while it runs. One run at a time.

use crate::reply::LogLine;
use rhai::{ASTNode, Position, Stmt};
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Bytes of log and print that are kept; a script may write gigabytes within its limits.
const MAX_TEXT: usize = 1 << 20;

#[derive(Default)]
pub struct Recording {
    pub log: Vec<LogLine>,
    pub printed: Vec<String>,
    pub reached: BTreeSet<usize>,
    text: usize,
}

static OPERATIONS: AtomicU64 = AtomicU64::new(0);
/// Where a traced run is; it can be read after a trap, too.
static LINE: AtomicUsize = AtomicUsize::new(0);
static RECORDING: Mutex<Option<Recording>> = Mutex::new(None);

fn lock() -> MutexGuard<'static, Option<Recording>> {
    RECORDING.lock().unwrap_or_else(PoisonError::into_inner)
}

pub fn start() {
    OPERATIONS.store(0, Ordering::Relaxed);
    LINE.store(0, Ordering::Relaxed);
    *lock() = Some(Recording::default());
}

pub fn finish() -> (Recording, u64) {
    // What traps later was not traced.
    LINE.store(0, Ordering::Relaxed);
    (lock().take().unwrap_or_default(), OPERATIONS.load(Ordering::Relaxed))
}

pub fn progress(operations: u64) {
    OPERATIONS.store(operations, Ordering::Relaxed);
}

#[cfg(target_family = "wasm")]
pub fn line() -> usize {
    LINE.load(Ordering::Relaxed)
}

pub fn log(level: &'static str, text: &str) {
    with_room(text.len(), |recording| recording.log.push(LogLine { level, text: text.to_string() }));
}

pub fn print(text: String) {
    with_room(text.len(), |recording| recording.printed.push(text));
}

/// An expression that is a statement is only seen as an expression; what is in the middle of a statement is in one of its lines.
pub fn reached(node: &ASTNode, at: Position) {
    let start = match node {
        ASTNode::Stmt(Stmt::Noop(..)) => return,
        ASTNode::Expr(expr) => expr.start_position(),
        _ => at,
    };
    if let Some(line) = start.line() {
        LINE.store(line, Ordering::Relaxed);
    }
    if let Some(recording) = lock().as_mut() {
        recording.reached.extend(at.line());
        recording.reached.extend(start.line());
    }
}

fn with_room(bytes: usize, note: impl FnOnce(&mut Recording)) {
    if let Some(recording) = lock().as_mut() {
        if recording.text + bytes <= MAX_TEXT {
            recording.text += bytes + 16;
            note(recording);
        }
    }
}
