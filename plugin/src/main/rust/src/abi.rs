//! What the module offers its host. The host writes a request into memory that [`alloc`] gave, calls [`answer`], reads the answer, and
//! gives both back with [`free`]. After a trap the instance must not be used again.

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
    let reply = crate::respond(std::slice::from_raw_parts(ptr, len)).into_boxed_slice();
    let len = reply.len() as u64;
    let ptr = Box::into_raw(reply).cast::<u8>() as usize as u64;
    ptr << 32 | len
}
