//! `Instant`, as far as rhai uses it, on a clock of the host.

use std::ops::{Add, AddAssign, Sub, SubAssign};
pub use std::time::Duration;

#[cfg(target_family = "wasm")]
#[link(wasm_import_module = "host")]
extern "C" {
    /// Nanoseconds since some moment; never goes back.
    fn nanos() -> u64;
}

#[cfg(not(target_family = "wasm"))]
unsafe fn nanos() -> u64 {
    0
}

const NANOS: i128 = 1_000_000_000;

/// Nanoseconds. As far as the server's goes, which counts seconds in 64 bits and may lie before the clock's start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(i128);

impl Instant {
    #[must_use]
    pub fn now() -> Self {
        Self(i128::from(unsafe { nanos() }))
    }

    #[must_use]
    pub fn duration_since(&self, earlier: Self) -> Duration {
        let between = (self.0 - earlier.0).max(0);
        Duration::new((between / NANOS) as u64, (between % NANOS) as u32)
    }

    #[must_use]
    pub fn elapsed(&self) -> Duration {
        Self::now().duration_since(*self)
    }

    #[must_use]
    pub fn checked_add(&self, duration: Duration) -> Option<Self> {
        Self::at(self.0 + in_nanos(duration))
    }

    #[must_use]
    pub fn checked_sub(&self, duration: Duration) -> Option<Self> {
        Self::at(self.0 - in_nanos(duration))
    }

    fn at(nanos: i128) -> Option<Self> {
        i64::try_from(nanos.div_euclid(NANOS)).ok().map(|_| Self(nanos))
    }
}

fn in_nanos(duration: Duration) -> i128 {
    i128::from(duration.as_secs()) * NANOS + i128::from(duration.subsec_nanos())
}

impl Add<Duration> for Instant {
    type Output = Self;
    fn add(self, duration: Duration) -> Self {
        self.checked_add(duration).expect("overflow when adding duration to instant")
    }
}

impl AddAssign<Duration> for Instant {
    fn add_assign(&mut self, duration: Duration) {
        *self = *self + duration;
    }
}

impl Sub<Duration> for Instant {
    type Output = Self;
    fn sub(self, duration: Duration) -> Self {
        self.checked_sub(duration).expect("overflow when subtracting duration from instant")
    }
}

impl SubAssign<Duration> for Instant {
    fn sub_assign(&mut self, duration: Duration) {
        *self = *self - duration;
    }
}

impl Sub for Instant {
    type Output = Duration;
    fn sub(self, earlier: Self) -> Duration {
        self.duration_since(earlier)
    }
}
