//! Finding one of many options.

use miaoban::form::{Choice, Finder};
use serde_json::json;

fn finder() -> Finder {
    let option = |value: &str, title: &str| Choice { value: json!(value), title: title.to_owned() };
    Finder::new(&[option("440304", "福田区"), option("440305", "南山区"), option("440306", "宝安区（Bao'an）"), option("7", "南澳 街道")])
}

#[test]
fn options_are_found_by_title_and_value_however_they_are_typed() {
    for (text, found) in [
        ("", vec![0, 1, 2, 3]),
        ("南", vec![1, 3]),
        ("区", vec![0, 1, 2]),
        ("４４０３０５", vec![1]),
        ("BAO'AN", vec![2]),
        ("南澳街道", vec![3]),
        ("7", vec![3]),
        ("福州", vec![]),
    ] {
        assert_eq!(finder().matches(text), found, "{text}");
    }
}

/// Guards against a match that begins with the text behind one that only contains it.
#[test]
fn what_begins_with_the_text_comes_first() {
    let option = |title: &str| Choice { value: json!(title), title: title.to_owned() };
    assert_eq!(Finder::new(&[option("新南山"), option("南山")]).matches("南山"), [1, 0]);
}

#[test]
fn only_a_whole_title_or_value_names_an_option() {
    assert_eq!(finder().named(" 南山区 "), Some(1));
    assert_eq!(finder().named("440306"), Some(2));
    assert_eq!(finder().named("南山"), None);
    assert_eq!(finder().named(" "), None);
}
