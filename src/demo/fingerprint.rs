//! Short fingerprints of bytes: for entity tags and to tell a repeated body from another one. Not for secrets.

/// 32 hexadecimal digits; equal bytes give equal ones, on every host and in every build.
pub fn of(bytes: &[u8]) -> String {
    Running::new(bytes.len() as u64).and(bytes).print()
}

/// A fingerprint of bytes that come one part after the other: in the end the same as [`of`] the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Running(u64, u64);

impl Running {
    /// `length` is that of the whole.
    pub fn new(length: u64) -> Self {
        Self(0xcbf2_9ce4_8422_2325_u64, 0x6c62_272e_07bb_0142_u64 ^ length)
    }

    /// Goes on with the next bytes.
    pub fn and(self, bytes: &[u8]) -> Self {
        let Self(mut a, mut b) = self;
        for &byte in bytes {
            // FNV-1a, twice, from different offsets and with different multipliers.
            a = (a ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
            b = (b ^ u64::from(byte)).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(23);
        }
        Self(a, b)
    }

    /// The fingerprint of what came so far, from which [`Self::resume`] goes on.
    pub fn print(self) -> String {
        format!("{:016x}{:016x}", self.0, self.1)
    }

    /// Where an earlier [`Self::print`] stood; `None` where it is none.
    pub fn resume(print: &str) -> Option<Self> {
        let half = |range| u64::from_str_radix(print.get(range)?, 16).ok();
        Some(Self(half(0..16)?, half(16..32)?))
    }
}
