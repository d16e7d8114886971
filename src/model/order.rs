//! Sorting and sorted maps at the price of one sorting routine.
//!
//! `collect()` into a `BTreeMap` and `sort_by` bring a sorting routine of four kilobytes for each element type along.

use std::collections::BTreeMap;

/// A map of these pairs; of two with the same key the later one stays.
pub(crate) fn map_of<K: Ord, V>(pairs: impl Iterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    for (key, value) in pairs {
        map.insert(key, value);
    }
    map
}

/// The items, smallest key first; those with equal keys stay in their order.
pub(crate) fn sorted<T>(items: Vec<T>, key: impl Fn(&T) -> u64) -> Vec<T> {
    let places = places(items.iter().map(key).collect());
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    places.into_iter().filter_map(|at| items.get_mut(at as usize)?.take()).collect()
}

/// Where the keys are, smallest first. The place is part of what is compared, which makes an unstable sort stable.
fn places(keys: Vec<u64>) -> Vec<u64> {
    let mut pairs: Vec<(u64, u64)> = keys.into_iter().zip(0..).collect();
    pairs.sort_unstable();
    pairs.into_iter().map(|(_, at)| at).collect()
}
