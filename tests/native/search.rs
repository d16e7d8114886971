use miaoban::model::bundle::BundleSummary;
use miaoban::model::search::{closeness, search};
use miaoban::model::service::ServiceSummary;
use proptest::prelude::*;
use serde_json::json;

fn service(id: &str, name: &str, agency: &str, terms: &[&str], popularity: u32) -> ServiceSummary {
    serde_json::from_value(json!({"id": id, "name": name, "agency": agency, "search": terms, "popularity": popularity})).expect("a service")
}

fn services() -> Vec<ServiceSummary> {
    vec![
        service("permit", "居住证办理", "公安局", &["jzz", "residence permit"], 50),
        service("record", "无犯罪记录证明", "公安局", &["wfzjlzm", "No-criminal-record certificate", "police check"], 90),
        service("allowance", "高龄老人津贴", "民政局", &["gllrjt", "senior allowance", "证明"], 70),
        service("proof", "证明打印", "政数局", &["zmdy"], 10),
    ]
}

fn ids(query: &str) -> Vec<String> {
    let services = services();
    search(&services, query).into_iter().map(|s| s.id.clone()).collect()
}

#[test]
fn an_empty_query_hides_nothing_and_shows_the_popular_first() {
    assert_eq!(ids(""), ["record", "allowance", "permit", "proof"]);
    assert_eq!(ids(" \u{3000} "), ids(""));
}

#[test]
fn a_name_that_begins_with_the_query_comes_before_one_that_contains_it() {
    assert_eq!(ids("证明"), ["proof", "record", "allowance"]);
}

#[test]
fn pinyin_initials_full_width_letters_and_capitals_find_too() {
    assert_eq!(ids("wfz"), ["record"]);
    assert_eq!(ids("\u{ff37}FZ"), ["record"]);
    assert_eq!(ids("POLICE"), ["record"]);
}

#[test]
fn all_words_must_match() {
    assert_eq!(ids("公安局 residence"), ["permit"]);
    assert_eq!(ids("residence 民政局"), Vec::<String>::new());
}

proptest! {
    #[test]
    fn no_query_makes_search_panic_or_invent(query in "\\PC{0,20}") {
        prop_assert!(ids(&query).len() <= services().len());
    }

    #[test]
    fn one_more_word_never_finds_more(a in "[a-z证明局 ]{0,6}", b in "[a-z证明局]{1,4}") {
        let both = [a.as_str(), b.as_str()].join(" ");
        prop_assert!(ids(&both).len() <= ids(&a).len());
    }
}

#[test]
fn a_bundle_that_fits_worse_than_a_service_is_known_by_it() {
    let bundle: BundleSummary =
        serde_json::from_value(json!({"id": "b", "name": "新生儿出生", "audience": "person", "search": ["social card", "newborn"]})).expect("a bundle");
    assert_eq!(closeness(std::slice::from_ref(&bundle), "出生"), Some(1));
    assert_eq!(closeness(std::slice::from_ref(&bundle), "card"), Some(3));
    assert_eq!(closeness(&[bundle], "公司"), None);
    assert_eq!(closeness(&services(), "police"), Some(2));
}
