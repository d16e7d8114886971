//! How everything reads that people read: the data in public/demo and every table of words. The three languages say the same, nothing is
//! empty, Chinese has Chinese punctuation, and what Hong Kong reads is written in its characters.

use miaoban::words::{
    acting, board, bundle, bundles, camera, consent, decision, dispute, drafts, elsewhere, ending, form, frame, guardian, handoff, home, host, kiosk, passkey,
    problem, record, service, step_up, trouble, ui, Lang, Words,
};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Frequent characters that are only written in mainland China: wherever one stands, there is a traditional one.
const SIMPLIFIED: &str = "们这来时为会对发经国门问间见应该让说话语请记认证设计订议论许评词译试详调识读变开关闭东车长张业务严书习买卖产亲仅从众优传伤体养写军\
农决况净减击则刘创办动励劳势区医协单卫历压厅厂县参双号听响团园围图圆场块坚处备够头妇孙学宁宝实审宪宽将层属岁岛币师带帮广库废归录径态总护报担拟择换据损携敌数\
显晓暂术机杀权条极构标样检楼欢汇汉济测温湿满灭灯灵点热爱状独环现电画疗监盖盘码确种称稳笔签简粮紧约级纳线组细织终结给络统继绩续维综缓编缴网罗职联脑节药获\
补装规视览觉触负责败账货质购贴贵费资赔赛转轮软轻载较辅输边达迁过运还进远违连迟适选递遗邮释针钟钱铁银错键锁闲阅队阳阴阶际陆险随难页项顺须顾预领频题额风饭馆\
验龄户没";

/// One text in the three languages, and where it stands.
struct Text {
    place: String,
    hans: String,
    hant: String,
    en: String,
}

fn table<W: Words>(name: &str, all: &[(W, &str)], out: &mut Vec<Text>) {
    let said = |words: &W, lang: Lang| words.text(lang).to_owned();
    out.extend(all.iter().map(|(words, entry)| Text {
        place: format!("{name}::{entry}"),
        hans: said(words, Lang::Hans),
        hant: said(words, Lang::Hant),
        en: said(words, Lang::En),
    }));
}

/// Every table there is, by the number of `words!` in the source.
fn tables() -> Vec<Text> {
    let mut out = Vec::new();
    table("ActingBarWords", acting::ActingBarWords::ALL, &mut out);
    table("ActingWords", acting::ActingWords::ALL, &mut out);
    table("Board", board::Board::ALL, &mut out);
    table("ShareWords", board::ShareWords::ALL, &mut out);
    table("Bundles", bundles::Bundles::ALL, &mut out);
    table("GuideWords", bundle::GuideWords::ALL, &mut out);
    table("PlanWords", bundle::PlanWords::ALL, &mut out);
    table("CameraWords", camera::CameraWords::ALL, &mut out);
    table("Consent", consent::Consent::ALL, &mut out);
    table("Decision", decision::Decision::ALL, &mut out);
    table("DisputeWords", dispute::DisputeWords::ALL, &mut out);
    table("RereadWords", dispute::RereadWords::ALL, &mut out);
    table("RecordWords", record::RecordWords::ALL, &mut out);
    table("EndingWords", ending::EndingWords::ALL, &mut out);
    table("HostWords", host::HostWords::ALL, &mut out);
    table("KioskWords", kiosk::KioskWords::ALL, &mut out);
    table("DraftWords", drafts::DraftWords::ALL, &mut out);
    table("KeepWords", drafts::KeepWords::ALL, &mut out);
    table("Elsewhere", elsewhere::Elsewhere::ALL, &mut out);
    table("PasskeyWords", passkey::PasskeyWords::ALL, &mut out);
    table("RatingWords", decision::RatingWords::ALL, &mut out);
    table("FormWords", form::FormWords::ALL, &mut out);
    table("Frame", frame::Frame::ALL, &mut out);
    table("Guardian", guardian::Guardian::ALL, &mut out);
    table("Handoff", handoff::Handoff::ALL, &mut out);
    table("Home", home::Home::ALL, &mut out);
    table("FieldWords", problem::FieldWords::ALL, &mut out);
    table("StepUpWords", step_up::StepUpWords::ALL, &mut out);
    table("Service", service::Service::ALL, &mut out);
    table("Trouble", trouble::Trouble::ALL, &mut out);
    table("Ui", ui::Ui::ALL, &mut out);
    table("Say", miaoban::demo::words::Say::ALL, &mut out);
    out
}

fn files(root: &Path, ending: &str, out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(root).unwrap_or_else(|e| panic!("{}: {e}", root.display())) {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files(&path, ending, out);
        } else if path.extension().is_some_and(|e| e == ending) {
            out.push(path);
        }
    }
}

fn source_files(root: &str, ending: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(root);
    let mut all = Vec::new();
    files(&root, ending, &mut all);
    all.sort();
    all.into_iter().map(|path| (path.strip_prefix(&root).unwrap_or(&path).display().to_string(), std::fs::read_to_string(&path).expect("text"))).collect()
}

/// Texts of the data: what is there in three languages, and what is Chinese whoever reads it.
fn data() -> (Vec<Text>, Vec<(String, String)>) {
    let (mut texts, mut plain) = (Vec::new(), Vec::new());
    for (name, text) in source_files("public/demo", "json") {
        let value: Value = serde_json::from_str(&text).unwrap_or_else(|e| panic!("{name}: {e}"));
        walk(&value, &format!("{name}#"), &mut texts, &mut plain);
    }
    (texts, plain)
}

fn walk(value: &Value, place: &str, texts: &mut Vec<Text>, plain: &mut Vec<(String, String)>) {
    match value {
        Value::Object(members) if members.contains_key("zh-CN") => {
            let text = |lang: &str| members.get(lang).and_then(Value::as_str).unwrap_or_default().to_owned();
            texts.push(Text { place: place.to_owned(), hans: text("zh-CN"), hant: text("zh-Hant"), en: text("en") });
        }
        // Expressions compare values and are read by nobody.
        Value::Object(members) => members
            .iter()
            .filter(|(key, _)| !matches!(key.as_str(), "when" | "check" | "from" | "x-visible-when" | "pattern"))
            .for_each(|(key, value)| walk(value, &format!("{place}/{key}"), texts, plain)),
        Value::Array(items) => items.iter().enumerate().for_each(|(i, value)| walk(value, &format!("{place}/{i}"), texts, plain)),
        Value::String(text) => plain.push((place.to_owned(), text.clone())),
        _ => {}
    }
}

/// `{slot}` and `{{ expression }}`, without what an expression says in words. Names may be in Latin letters where there are some.
fn slots(text: &str) -> BTreeSet<String> {
    let slots = pieces(text).into_iter().filter(|(slot, _)| *slot);
    slots
        .map(|(_, piece)| {
            said_in(&piece).iter().fold(piece.replace("application.name_latin || ", ""), |piece, said| piece.replace(&format!("'{said}'"), "'…'"))
        })
        .collect()
}

/// The literals that an expression answers with; what it compares with (`== 'study'`) is read by nobody.
fn said_in(expression: &str) -> Vec<String> {
    let parts: Vec<&str> = expression.split('\'').collect();
    let literal = |pair: &[&str]| !pair.first().is_some_and(|before| before.trim_end().ends_with("=="));
    parts.chunks(2).filter(|pair| pair.len() == 2 && literal(pair)).filter_map(|pair| pair.get(1).map(|s| (*s).to_owned())).collect()
}

/// Everything that is read: the text with its slots as one letter, then what the slots say.
fn readings(text: &str) -> Vec<String> {
    let pieces = pieces(text);
    let said = pieces.iter().filter(|(slot, _)| *slot).flat_map(|(_, piece)| said_in(piece));
    // A slot is likely to be filled with Chinese, but may be a number: it proves nothing.
    let whole = pieces.iter().map(|(slot, piece)| if *slot { "0" } else { piece.as_str() }).collect();
    std::iter::once(whole).chain(said).collect()
}

/// The text in pieces, slots marked.
fn pieces(text: &str) -> Vec<(bool, String)> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        let close = if rest.get(open..).is_some_and(|r| r.starts_with("{{")) { "}}" } else { "}" };
        let Some(end) = rest.get(open..).and_then(|r| r.find(close)).map(|at| open + at + close.len()) else { break };
        out.push((false, rest.get(..open).unwrap_or_default().to_owned()));
        out.push((true, rest.get(open..end).unwrap_or_default().to_owned()));
        rest = rest.get(end..).unwrap_or_default();
    }
    out.push((false, rest.to_owned()));
    out
}

fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}')
}

/// The first half-width mark beside a Chinese character, with what stands around it.
fn half_width(text: &str) -> Option<String> {
    let plain: Vec<char> = text.chars().collect();
    let beside = |at: Option<usize>| at.and_then(|at| plain.get(at)).copied().is_some_and(is_chinese);
    let wrong = |at: &usize| plain.get(*at).is_some_and(|c| ",?:;()!".contains(*c)) && (beside(at.checked_sub(1)) || beside(Some(at + 1)));
    let at = (0..plain.len()).find(wrong)?;
    Some(plain.iter().skip(at.saturating_sub(6)).take(13).collect())
}

fn none(problems: Vec<String>) {
    assert!(problems.is_empty(), "{} problems:\n{}", problems.len(), problems.join("\n"));
}

#[test]
fn every_table_of_words_is_checked_here() {
    // The gallery's own table is built for browsers only; it is read by designers, never by citizens.
    let read_here = source_files("src", "rs").into_iter().filter(|(path, _)| !path.contains("preview"));
    let source: usize = read_here.map(|(_, text)| text.lines().filter(|l| l.trim_end().ends_with("words! {") && !l.contains("macro_rules")).count()).sum();
    let mut checked: Vec<String> = tables().into_iter().filter_map(|t| t.place.split("::").next().map(str::to_owned)).collect();
    checked.dedup();
    assert_eq!(checked.len(), source, "tables in the source, and here: {checked:?}");
}

#[test]
fn languages_have_the_same_slots_and_nothing_is_empty() {
    let texts = data().0.into_iter().chain(tables());
    none(
        texts
            .flat_map(|text| {
                let wanted = slots(&text.hans);
                let mut problems = Vec::new();
                for (lang, said) in [("zh-CN", &text.hans), ("zh-Hant", &text.hant), ("en", &text.en)] {
                    if said.trim().is_empty() {
                        problems.push(format!("{} is empty in {lang}", text.place));
                    } else if slots(said) != wanted {
                        problems.push(format!("{} in {lang} has {:?}, and {wanted:?} in zh-CN", text.place, slots(said)));
                    }
                }
                problems
            })
            .collect(),
    );
}

#[test]
fn chinese_has_full_width_punctuation() {
    let (texts, plain) = data();
    let translated = texts.into_iter().chain(tables()).flat_map(|t| [(format!("{} zh-CN", t.place), t.hans), (format!("{} zh-Hant", t.place), t.hant)]);
    none(
        translated
            .chain(plain)
            .flat_map(|(place, text)| readings(&text).iter().filter_map(|read| half_width(read).map(|found| format!("{place}: {found}"))).collect::<Vec<_>>())
            .collect(),
    );
}

#[test]
fn traditional_chinese_has_no_simplified_characters() {
    let texts = data().0.into_iter().chain(tables());
    none(
        texts
            .filter_map(|text| {
                let said = readings(&text.hant).join(" ");
                let found: String = said.chars().filter(|c| SIMPLIFIED.contains(*c)).collect();
                // A language is called by its own name.
                (!found.is_empty() && said != "简体中文").then(|| format!("{}: {found} in {said}", text.place))
            })
            .collect(),
    );
}
