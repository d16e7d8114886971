//! The decision, the applications and the rating.

crate::words! {
    /// The decision and the list of applications.
    Decision {
        Title: "办理结果" | "辦理結果" | "Decision";
        CheckingTitle: "正在自动审核" | "正在自動審核" | "Checking your application";
        CheckingText: "系统正在逐条核对，通常几秒钟就好。可以离开，结果会留在“我的办件”。" | "系統正逐項核對，通常只需數秒。你可以離開，結果會保留在「我的辦件」。" | "The rules are being checked one by one, usually within seconds. You may leave; the result stays in “My applications”.";
        Records: "授权和读取记录" | "授權和讀取紀錄" | "What I agreed to, and what was read";
        Passkeys: "面容或指纹核验" | "臉容或指紋核實" | "Face or fingerprint";
        SignOut: "退出登录" | "登出" | "Sign out";
        SignOutHint: "用的是别人的手机？办完请退出。" | "使用他人的手機？辦完請登出。" | "Not your own phone? Sign out when you are done.";
        StillChecking: "还在审核中" | "仍在審核中" | "Still being checked";
        StillCheckingText: "比平时慢一些。您可以先离开，稍后在“我的办件”查看结果。" | "比平時稍慢。你可以先離開，稍後在「我的辦件」查看結果。" | "It takes longer than usual. You may leave and look in “My applications” later.";
        CheckAgain: "再查一次" | "再查一次" | "Check again";
        Elapsed: "从提交到出结果用时 {s} 秒，没有人工环节" | "由提交到有結果用時 {s} 秒，無人手環節" | "{s} seconds from submission to decision, with no one in between";
        Rules: "自动核对了 {n} 条规则" | "自動核對了 {n} 項規則" | "{n} rules checked automatically";
        RulesRunning: "已核对 {done} 条，共 {n} 条" | "已核對 {done} 項，共 {n} 項" | "{done} of {n} rules checked";
        ManualBy: "由{by}在 {until} 前答复您" | "由{by}於 {until} 前答覆你" | "{by} will answer by {until}";
        Next: "接下来" | "接下來" | "What happens next";
        Timeline: "办理过程" | "辦理過程" | "Timeline";
        Number: "办件编号" | "辦件編號" | "Application no.";
        ShowDocument: "查看证明" | "查看證明" | "Show the certificate";
        ShowNotice: "查看通知书" | "查看通知書" | "Show the notice";
        HideDocument: "收起" | "收起" | "Hide";
        Rate: "评价这次服务" | "評價這次服務" | "Rate this service";
        RateMore: "追加评价" | "追加評價" | "Add to your rating";
        ToHome: "回首页" | "返回首頁" | "Go to the home page";
        ListTitle: "我的办件" | "我的辦件" | "My applications";
        EmptyTitle: "还没有办件" | "尚無辦件" | "No applications yet";
        EmptyText: "办过的事会列在这里，随时可以查看进度和结果。" | "辦過的事會列在這裏，可隨時查看進度和結果。" | "What you apply for is listed here, with its progress and result.";
        SignInTitle: "核验身份后可以查看办件" | "核實身分後可查看辦件" | "Prove who you are to see your applications";
        SignInText: "从要办的事项开始，核验后就能看到。" | "由要辦的事項開始，核實後即可查看。" | "Start from any service; after the identity check they are listed here.";
    }
}

crate::words! {
    /// 好差评.
    RatingWords {
        Title: "评价" | "評價" | "Rating";
        Question: "这次办事，您满意吗？" | "這次辦事，你滿意嗎？" | "How satisfied are you?";
        Chosen: "{n} 星 · {name}" | "{n} 星 · {name}" | "{n} stars · {name}";
        ChooseFirst: "请先选择星级" | "請先選擇星級" | "Please choose the stars first";
        TagsGood: "哪里做得好？（可多选）" | "哪裏做得好？（可多選）" | "What was good? (several possible)";
        TagsBad: "哪里没做好？（可多选）" | "哪裏做得不好？（可多選）" | "What should be mended? (several possible)";
        Text: "想说的话" | "想說的話" | "In your own words";
        TextHint: "150 字以内" | "150 字以內" | "Up to 150 characters";
        Named: "实名评价" | "實名評價" | "Rate with my name";
        NamedOn: "办理单位会看到您的姓名，差评会回访您。" | "辦理單位會看到你的姓名，差評會作回訪。" | "The agency sees your name and calls you back after a bad rating.";
        NamedOff: "匿名：办理单位看不到您是谁。" | "匿名：辦理單位看不到你是誰。" | "Anonymous: the agency does not see who you are.";
        Submit: "提交评价" | "提交評價" | "Send the rating";
        SubmitMore: "提交追评" | "提交追評" | "Send the additional rating";
        ThanksTitle: "谢谢您的评价" | "多謝你的評價" | "Thank you for your rating";
        Given: "您的评价" | "你的評價" | "Your rating";
        GivenMore: "您的追评" | "你的追評" | "Your additional rating";
        AddMore: "还可以追加一次评价" | "還可追加一次評價" | "You can add to it once";
        Closed: "这件事已经评价过，不能再评。" | "此事項已評價，不能再評。" | "This has been rated; no further rating is possible.";
        NotYet: "办结后就可以评价。" | "辦結後即可評價。" | "You can rate once it has been decided.";
        ToDecision: "回到办理结果" | "返回辦理結果" | "Back to the decision";
    }
}
