//! An address in parts, and a whole one that somebody pastes.

/// The levels of an address, from the widest; the last one is what is left.
pub const LEVELS: [&str; 5] = ["province", "city", "district", "street", "detail"];

/// How the names of each level but the last end. The longest come first: 自治州 before 州.
const ENDS: [&[&str]; 4] = [
    &["特别行政区", "特別行政區", "自治区", "自治區", "省"],
    &["自治州", "地区", "地區", "市", "盟"],
    &["自治县", "自治縣", "区", "區", "县", "縣", "市", "旗"],
    &["街道", "镇", "鎮", "乡", "鄉", "苏木"],
];
/// No name of a division is longer; what is, is a sentence.
const LONGEST: usize = 12;

/// Splits an address as people write it into its levels, in the order of [`LEVELS`]; empty where a level is not named. `None` where
/// nothing but a detail would come of it.
///
/// `广东省深圳市南山区粤海街道科技路 1 号` → 广东省 · 深圳市 · 南山区 · 粤海街道 · 科技路 1 号
pub fn split_address(text: &str) -> Option<[String; 5]> {
    let mut rest: &str = text.trim();
    let mut levels: [String; 5] = Default::default();
    for (ends, level) in ENDS.iter().zip(levels.iter_mut()) {
        let Some(at) = ends.iter().filter_map(|end| name_end(rest, end)).min() else { continue };
        let (name, after) = rest.split_at(at);
        *level = name.to_owned();
        rest = after.trim_start();
    }
    // 路 and 号 of a detail are no reason to take `小区` or `城市花园` for a division: a city or a district has to be named first.
    let named = levels.iter().filter(|l| !l.is_empty()).count();
    if named < 2 || levels[..3].iter().all(String::is_empty) {
        return None;
    }
    levels[4] = rest.to_owned();
    Some(levels)
}

/// Where a name with this ending stops, if the text begins with one: at least two characters before it in all, no digits and no blanks.
fn name_end(text: &str, end: &str) -> Option<usize> {
    let at = text.match_indices(end).map(|(at, _)| at).find(|at| *at > 0)?;
    let name = text.get(..at)?;
    let fits = name.chars().count() <= LONGEST && name.chars().all(|c| c.is_alphabetic());
    fits.then_some(at + end.len())
}
