//! What stands around every page, and the pages for when nothing else can be shown.

crate::words! {
    /// Frame of every page.
    Frame {
        AppName: "秒办" | "秒辦" | "Miaoban";
        DemoName: "秒办 · 演示版" | "秒辦 · 示範版" | "Miaoban · demo";
        Opening: "正在打开" | "正在開啟" | "Opening";
        SkipToMain: "跳到主要内容" | "跳到主要內容" | "Skip to main content";
        StepConsent: "授权与核验" | "授權與核實" | "Consent and identity";
        StepForm: "补全信息" | "補全資料" | "Complete the form";
        StepReview: "核对并提交" | "核對並提交" | "Check and submit";
        StepDecision: "办理结果" | "辦理結果" | "Decision";
        DemoMark: "演示环境：人物、证照和结果都是虚构的" | "示範環境：人物、證照和結果都是虛構的" | "Demo: people, certificates and results are invented";
        NotFoundTitle: "没有这个页面" | "沒有這個頁面" | "There is no such page";
        NotFoundText: "网址可能写错了，或者页面已经搬走。可以回首页搜索要办的事。" | "網址可能有誤，或頁面已搬遷。可以返回首頁搜尋要辦的事。" | "The address may be mistyped, or the page has moved. Go to the home page and search for what you want to do.";
        ToHome: "回首页" | "返回首頁" | "Go to the home page";
        ConfigTitle: "应用的设置有误，暂时打不开" | "應用程式設定有誤，暫時無法開啟" | "The app is set up wrongly and cannot start";
        ConfigText: "请稍后再来，或者拨打 12345，也可以到办事窗口办理。" | "請稍後再試，或致電 12345，亦可前往服務窗口辦理。" | "Please come back later, call 12345, or visit a service window.";
        ForMaintainer: "给维护人员" | "給維護人員" | "For the maintainer";
        Reload: "重新加载" | "重新載入" | "Reload";
    }
}
