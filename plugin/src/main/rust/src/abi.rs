//! What the module offers its host. The host writes a request into memory that [`alloc`] gave, calls [`answer`], reads the answer, and
//! gives both back with [`free`]. After a trap the instance must not be used again.

use crate::recorder;
use std::panic::{self, PanicHookInfo};
use std::sync::Once;

static PANICS_ARE_TOLD: Once = Once::new();

#[link(wasm_import_module = "host")]
extern "C" {
    /// Takes the words of a panic, before it unwinds.
    fn panicked(text: *const u8, len: usize);
}

fn tell(panic: &PanicHookInfo) {
    let text = panic.payload_as_str().unwrap_or("no words");
    unsafe { panicked(text.as_ptr(), text.len()) }
}

/// Calls what the standard library's `catch_unwind` gave the host (std.patch).
#[no_mangle]
pub extern "C" fn run(call: fn(*mut u8), data: *mut u8) {
    call(data);
}

/// The line that a traced run reached last; 0 if none. May be asked after a trap.
#[no_mangle]
pub extern "C" fn line() -> usize {
    recorder::line()
}

/// Memory of `len` bytes for the host to write a request into.
#[no_mangle]
pub extern "C" fn alloc(len: usize) -> *mut u8 {
    Box::into_raw(vec![0_u8; len].into_boxed_slice()).cast()
}

/// Gives back what [`alloc`] or [`answer`] handed out.
///
/// # Safety
/// `ptr` and `len` are what the module handed out, and this is the first time they come back.
#[no_mangle]
pub unsafe extern "C" fn free(ptr: *mut u8, len: usize) {
    drop(Box::from_raw(std::ptr::slice_from_raw_parts_mut(ptr, len)));
}

/// Answers the request at `ptr`; the answer's address is in the upper half of the result, its length in the lower.
///
/// # Safety
/// `ptr` came from [`alloc`] with the same `len` and has been written.
#[no_mangle]
pub unsafe extern "C" fn answer(ptr: *const u8, len: usize) -> u64 {
    PANICS_ARE_TOLD.call_once(|| panic::set_hook(Box::new(tell)));
    let reply = crate::respond(std::slice::from_raw_parts(ptr, len)).into_boxed_slice();
    let len = reply.len() as u64;
    let ptr = Box::into_raw(reply).cast::<u8>() as usize as u64;
    ptr << 32 | len
}
