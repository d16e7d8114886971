//! The guide of a service.

crate::words! {
    /// The page of a service.
    Service {
        Title: "办事指南" | "辦事指南" | "About this service";
        Who: "谁可以办" | "誰可以辦" | "Who can use it";
        HowLong: "多久办好" | "多久辦好" | "How long it takes";
        Cost: "费用" | "費用" | "What it costs";
        Needs: "需要什么" | "需要甚麼" | "What is needed";
        Known: "{total} 项里有 {known} 项已知，还有 {open} 项请您填写" | "{total} 項中有 {known} 項已知，還有 {open} 項請你填寫" | "{known} of {total} items are known already, {open} to go";
        KnownAll: "{total} 项全部已知，不用填写" | "{total} 項全部已知，無須填寫" | "All {total} items are known already, nothing to fill in";
        Results: "办好后得到" | "辦好後得到" | "What you get";
        Basis: "办理依据" | "辦理依據" | "Legal basis";
        OtherWays: "不方便在手机上办？" | "不便用手機辦理？" | "Rather not use the phone?";
        Start: "开始办理" | "開始辦理" | "Start";
        StartForOther: "为他人办理" | "為他人辦理" | "Apply for somebody else";
        NextConsent: "下一步：确认授权，核验身份" | "下一步：確認授權，核實身分" | "Next: your consent, then an identity check";
        NextForm: "下一步：核对自动填好的信息" | "下一步：核對自動填好的資料" | "Next: check what has been filled in for you";
        EligibleTitle: "您符合办理条件" | "你符合辦理條件" | "You can use this service";
        IneligibleTitle: "您目前还不能办这件事" | "你目前未能辦理此事項" | "You cannot use this service at present";
        UnknownTitle: "核验身份后，会告诉您是否符合条件" | "核實身分後，會告知你是否符合條件" | "After the identity check you will see whether you are eligible";
        Instead: "您可以这样做" | "你可以這樣做" | "What you can do instead";
    }
}
