//! What can be done as one thing, and how far it is once it was submitted.

use crate::backend::transport::{header, Call, TransportError};
use crate::preview::bundle::{reply, Answered};
use crate::preview::example::Example;
use crate::preview::scene::Scene;
use serde_json::{json, Value};

pub fn examples() -> Vec<Example> {
    [index(), board(), share()].concat()
}

fn index() -> Vec<Example> {
    vec![
        Example::new("page/bundles/list", || Scene::at("/bundles").draw()),
        Example::new("page/bundles/found", || Scene::at("/bundles").fill("input[type='search']", "出生").draw()),
        Example::new("page/bundles/nothing-found", || Scene::at("/bundles").fill("input[type='search']", "zzz").draw()),
        Example::new("page/bundles/failed", || Scene::at("/bundles?fault=server-error@GET%20/bundles").draw()),
        Example::new("page/bundle/newborn", || Scene::at("/bundles/newborn").draw()),
        Example::new("page/bundle/not-found", || Scene::at("/bundles/nothing").draw()),
        Example::new("page/bundle/broken", || Scene::at("/bundles/newborn").wire(broken).draw()),
    ]
}

fn board() -> Vec<Example> {
    vec![
        Example::new("page/board/running", || at("running").draw()),
        Example::new("page/board/needs-you", || at("needs-you").draw()),
        Example::new("page/board/partly", || at("partly").draw()),
        Example::new("page/board/done", || at("done").draw()),
        Example::new("page/board/unreachable", || at("unreachable").draw()),
        Example::new("page/board/not-found", || Scene::at("/applications?person=lin").visit("/matters/none").draw()),
    ]
}

fn share() -> Vec<Example> {
    vec![
        Example::new("page/share/typing", || Scene::at("/share").draw()),
        Example::new("page/share/asked", || Scene::at("/share#7K3QP9TC").wire(|call| asked(call, json!("waiting"))).draw()),
        Example::new("page/share/confirmed", || Scene::at("/share#7K3QP9TC").wire(|call| asked(call, json!("confirmed"))).draw()),
        Example::new("page/share/refused", || Scene::at("/share#7K3QP9TC").wire(|call| asked(call, json!("refused"))).draw()),
    ]
}

/// What the samples say, in the other languages.
const SAID: &[(&str, &str, &str)] = &[
    ("新生儿出生", "新生兒出生", "A child is born"),
    ("企业开办", "企業開辦", "Start a company"),
    ("您在公司里的持股", "你在公司的持股", "Your share of the company"),
    ("持股比例", "持股比例", "Share"),
    ("设立登记", "設立登記", "Registration"),
    ("市场监督管理局", "市場監督管理局", "Market Supervision Bureau"),
    ("刻制印章", "刻製印章", "Seals"),
    ("公安局", "公安局", "Public Security Bureau"),
    ("员工参保", "員工參保", "Insurance of staff"),
    ("人力资源和社会保障局", "人力資源和社會保障局", "Human Resources Bureau"),
    ("营业执照已经生成", "營業執照已生成", "The licence is there"),
    ("正在核对", "正在核對", "Being checked"),
    ("等股东确认", "等候股東確認", "Waits for the shareholders"),
    ("印章已经刻好", "印章已刻好", "The seals are made"),
    ("原单位有欠费。缴清后可以单独再办", "原單位有欠費，繳清後可單獨再辦", "There are arrears. Once they are paid, this part can be done again alone"),
    ("已经参保", "已參保", "Insured"),
    ("统一社会信用代码", "統一社會信用代碼", "Credit code"),
    ("持股 40%", "持股 40%", "A share of 40%"),
    ("持股 10%", "持股 10%", "A share of 10%"),
    ("深圳市市场监督管理局", "深圳市市場監督管理局", "Shenzhen Market Supervision Bureau"),
    ("营业执照", "營業執照", "Business licence"),
    ("印章", "印章", "Seals"),
    ("快递寄送", "速遞寄送", "By courier"),
    ("寄到您填的地址，免费", "寄到你填寫的地址，免費", "To the address that you gave, free of charge"),
    ("大厅领取", "大廳領取", "At a service hall"),
    ("带上身份证件", "請帶備身分證件", "Bring your ID"),
    ("首次报税", "首次報稅", "The first tax return"),
    ("按季申报，没有收入也要申报", "按季申報，沒有收入亦須申報", "Every quarter, also without income"),
    ("小微企业优惠", "小微企業優惠", "Relief for small companies"),
    ("符合条件的可以少缴", "符合條件的可少繳", "Those who qualify pay less"),
    ("注册资本不超过 500 万元", "註冊資本不超過 500 萬元", "The capital is no more than 5 million yuan"),
    ("财政部 税务总局公告", "財政部 稅務總局公告", "Announcement of the Ministry of Finance"),
];

/// A good answer in the language that is asked for.
fn told(call: &Call, value: &Value) -> Answered {
    let lang = header(&call.headers, "Accept-Language").unwrap_or_default();
    reply(&translated(value, lang))
}

fn translated(value: &Value, lang: &str) -> Value {
    match value {
        Value::String(text) => {
            let known = SAID.iter().find(|(hans, ..)| hans == text);
            json!(known.map_or(text.as_str(), |(hans, hant, en)| if lang.starts_with("en") {
                en
            } else if lang.starts_with("zh-Hant") {
                hant
            } else {
                hans
            }))
        }
        Value::Array(list) => list.iter().map(|one| translated(one, lang)).collect(),
        Value::Object(map) => map.iter().map(|(key, one)| (key.clone(), translated(one, lang))).collect::<serde_json::Map<_, _>>().into(),
        other => other.clone(),
    }
}

fn at(state: &str) -> Scene {
    Scene::at(&format!("/matters/{state}")).wire(|call| match call.path.strip_prefix("/matters/")? {
        "unreachable" => Some(Err(TransportError::Unreachable)),
        state => told(call, &matter(state)?),
    })
}

fn broken(call: &Call) -> Answered {
    let wrong = json!({"id": "newborn", "version": "1", "name": "新生儿出生", "services": [{"service": {"id": "a", "name": "A", "agency": "B"}, "after": [{"service": "a"}]}]});
    (call.path == "/bundles/newborn").then(|| told(call, &wrong)).flatten()
}

fn asked(call: &Call, status: Value) -> Answered {
    let share = json!({
        "bundle": {"id": "company-start", "name": "企业开办", "icon": "briefcase"}, "asks": "温**", "what": "您在公司里的持股", "status": status,
        "lines": [{"label": "持股比例", "value": "40%"}],
    });
    call.path.starts_with("/shares/").then(|| told(call, &share)).flatten()
}

/// A company in the making, in one of its states.
fn matter(state: &str) -> Option<Value> {
    let part = |id: &str, name: &str, agency: &str, status: &str, text: &str, after: &[&str], waits: &[&str]| json!({"service": {"id": id, "name": name, "agency": agency, "icon": "briefcase"}, "status": status, "text": text, "after": after, "waits_for": waits, "minutes": 120});
    let (status, first, then, last) = match state {
        "running" => ("running", ("done", "营业执照已经生成"), ("running", "正在核对"), ("running", "正在核对")),
        "needs-you" => ("needs_you", ("needs_you", "等股东确认"), ("waiting", ""), ("waiting", "")),
        "partly" => ("partly", ("done", "营业执照已经生成"), ("done", "印章已经刻好"), ("failed", "原单位有欠费。缴清后可以单独再办")),
        "done" => ("done", ("done", "营业执照已经生成"), ("done", "印章已经刻好"), ("done", "已经参保")),
        _ => return None,
    };
    let waits: &[&str] = if first.0 == "done" { &[] } else { &["registration"] };
    let mut parts = vec![
        part("registration", "设立登记", "市场监督管理局", first.0, first.1, &[], &[]),
        part("seals", "刻制印章", "公安局", then.0, then.1, &["registration"], waits),
        part("insurance", "员工参保", "人力资源和社会保障局", last.0, last.1, &["registration"], waits),
    ];
    if first.0 == "done" {
        let got = json!([{"from": "registration", "name": "统一社会信用代码", "value": "91440300MAEK7T4R48"}]);
        for later in parts.iter_mut().skip(1) {
            later["received"] = got.clone();
        }
    }
    let mut matter = json!({
        "id": state, "bundle": {"id": "company-start", "name": "企业开办", "icon": "briefcase"}, "submitted_at": "2026-11-23T02:00:00Z",
        "promised_by": "2026-11-24T05:00:00Z", "status": status, "parts": parts, "revision": 3,
    });
    if state == "needs-you" {
        matter["parties"] = json!([
            {"name": "唐**", "what": "持股 40%", "status": "waiting", "code": "7K3QP9TC"},
            {"name": "林**", "what": "持股 10%", "status": "confirmed"},
        ]);
    }
    if matches!(state, "partly" | "done") {
        let document = |title: &str, number: &str| json!({"kind": "certificate", "title": title, "number": number, "issuer": "深圳市市场监督管理局", "issued_on": "2026-11-23", "body": [], "fields": []});
        matter["done_at"] = json!("2026-11-23T04:10:00Z");
        matter["rating"] = json!("first");
        matter["package"] = json!({
            "documents": [{"service": "registration", "document": document("营业执照", "91440300MAEK7T4R48"), "electronic": true}, {"service": "seals", "document": document("印章", "A1"), "electronic": false}],
            "ways": [{"id": "post", "name": "快递寄送", "text": "寄到您填的地址，免费"}, {"id": "window", "name": "大厅领取", "text": "带上身份证件"}],
        });
        matter["next"] = json!([
            {"title": "首次报税", "text": "按季申报，没有收入也要申报", "due": "2027-01-15"},
            {"title": "小微企业优惠", "text": "符合条件的可以少缴", "because": "注册资本不超过 500 万元", "basis": "财政部 税务总局公告"},
        ]);
    }
    Some(matter)
}
