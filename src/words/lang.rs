//! The languages of the app.

/// A language the app speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lang {
    /// 简体中文, the default.
    Hans,
    /// 繁體中文, as written in Hong Kong.
    Hant,
    En,
}

impl Lang {
    pub const ALL: [Lang; 3] = [Lang::Hans, Lang::En, Lang::Hant];

    /// BCP 47, as used in `lang`, `Accept-Language` and addresses.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::Hans => "zh-CN",
            Lang::Hant => "zh-Hant",
            Lang::En => "en",
        }
    }

    /// Its name in itself.
    pub fn name(self) -> &'static str {
        match self {
            Lang::Hans => "简体中文",
            Lang::Hant => "繁體中文",
            Lang::En => "English",
        }
    }

    /// Reads a BCP 47 tag leniently: any English is English, `zh-TW/HK/MO/Hant` traditional, other Chinese simplified.
    pub fn parse(tag: &str) -> Option<Self> {
        let tag = tag.trim().to_ascii_lowercase();
        let mut parts = tag.split(['-', '_']);
        match parts.next()? {
            "en" => Some(Lang::En),
            "zh" => Some(if parts.any(|p| matches!(p, "hant" | "tw" | "hk" | "mo")) { Lang::Hant } else { Lang::Hans }),
            _ => None,
        }
    }
}
