//! Short fingerprints of bytes: for entity tags and to tell a repeated body from another one. Not for secrets.

/// 32 hexadecimal digits; equal bytes give equal ones, on every host and in every build.
pub fn of(bytes: &[u8]) -> String {
    let (mut a, mut b) = (0xcbf2_9ce4_8422_2325_u64, 0x6c62_272e_07bb_0142_u64 ^ bytes.len() as u64);
    for &byte in bytes {
        // FNV-1a, twice, from different offsets and with different multipliers.
        a = (a ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        b = (b ^ u64::from(byte)).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(23);
    }
    format!("{a:016x}{b:016x}")
}
