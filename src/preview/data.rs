//! The demo data of `public/demo/`, compiled into builds with the feature `preview`: examples ask no server.

use crate::demo::{Backend, Catalogue};
use crate::platform::regexp::BrowserPatterns;
use std::cell::OnceCell;
use std::rc::Rc;

macro_rules! files {
    ($($name:literal)+) => {
        [$(($name, include_str!(concat!("../../public/demo/", $name)))),+]
    };
}

/// Every file that `index.json` names. One that is missing here fails the first test that draws a page.
const FILES: &[(&str, &str)] = &files!(
    "index.json" "sources.json" "providers.json" "themes.json" "rating.json" "holidays.json" "windows.json" "divisions.json"
    "people/lin.json" "people/zhao.json" "people/chan.json" "people/mueller.json" "people/he.json" "people/xiaoyu.json"
    "people/wen.json" "people/tang.json" "people/gao.json" "people/luo.json" "people/luoyi.json" "people/heguang.json"
    "people/ye.json" "people/jiang.json" "people/meng.json" "people/qiao.json" "people/bai.json" "people/shao.json"
    "services/no-criminal-record.json" "services/car-quota-extension.json" "services/senior-allowance.json"
    "services/residence-permit.json" "services/graduate-settlement.json" "services/company-setup.json"
    "services/birth-certificate.json" "services/birth-registration.json" "services/newborn-insurance.json" "services/newborn-social-card.json"
    "services/childbirth-registration.json" "services/vaccination.json" "services/newborn-premium.json" "services/maternity-expenses.json"
    "services/parenting-registration.json" "services/property-transfer.json" "services/water-transfer.json" "services/power-transfer.json"
    "services/gas-transfer.json" "bundles/newborn.json" "bundles/home-transfer.json"
);

thread_local! {
    static BACKEND: OnceCell<Result<Rc<Backend>, String>> = const { OnceCell::new() };
}

/// The backend over this data, parsed once.
///
/// # Errors
/// Which file is missing or wrong, and where.
pub fn backend() -> Result<Rc<Backend>, String> {
    BACKEND.with(|cell| cell.get_or_init(parse).clone())
}

fn parse() -> Result<Rc<Backend>, String> {
    let files = FILES.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    let catalogue = Catalogue::parse(&files).map_err(|e| e.to_string())?;
    Ok(Rc::new(Backend::new(catalogue).with_patterns(std::sync::Arc::new(BrowserPatterns))))
}
