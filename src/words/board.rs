//! A submitted bundle: how far each department is, and what the person gets.

crate::words! {
    /// The board.
    Board {
        Title: "办理进度" | "辦理進度" | "Progress";
        Running: "各部门正在同时办理" | "各部門正在同時辦理" | "The departments are at work";
        RunningText: "可以离开，进度会一直更新；结果都留在“我的办件”。" | "你可以離開，進度會一直更新；結果都保留在「我的辦件」。" | "You may leave. This page keeps up to date, and everything stays in “My applications”.";
        NeedsYou: "有一步要等人确认" | "有一步須待確認" | "Somebody has to act";
        NeedsYouText: "下面标着“等您”的部分，办完才能往下走。" | "下面標示「等你」的部分，完成後才能繼續。" | "The parts marked “needs you” go on once that is done.";
        Done: "都办好了" | "全部辦妥" | "Everything is done";
        DoneIn: "从提交到全部办好用时 {time}" | "由提交到全部辦妥用時 {time}" | "{time} from submission to the last result";
        Partly: "有的办好了，有的没办成" | "部分辦妥，部分未能辦成" | "Some of it is done, some is not";
        PartlyText: "没办成的原因写在下面；办好的不受影响。" | "未能辦成的原因見下；已辦妥的不受影響。" | "The reasons stand below. What is done stays done.";
        Progress: "{total} 件里办好了 {done} 件" | "{total} 件中辦妥 {done} 件" | "{done} of {total} done";
        Promise: "最晚 {at} 全部办好" | "最遲 {at} 全部辦妥" | "All of it by {at} at the latest";
        Late: "比承诺的时间晚了，办理还在继续。" | "已遲於承諾時間，辦理仍在繼續。" | "It is later than promised. The work goes on.";
        Parts: "各部门" | "各部門" | "The departments";
        Stage: "第 {n} 步" | "第 {n} 步" | "Stage {n}";
        Waiting: "等待" | "等候" | "Waiting";
        InWork: "正在办" | "辦理中" | "In progress";
        PartDone: "办好了" | "已辦妥" | "Done";
        PartNeedsYou: "等您" | "等你" | "Needs you";
        Failed: "没办成" | "未能辦成" | "Not granted";
        NotSent: "没有送到" | "未能送達" | "Not delivered";
        Blocked: "办不了" | "無法辦理" | "Cannot go on";
        WaitsFor: "等{names}办好" | "等{names}辦妥" | "Waits for {names}";
        Comes: "在{names}之后办" | "在{names}之後辦理" | "Comes after {names}";
        Received: "收到了{name}：{value}" | "收到{name}：{value}" | "Received {name}: {value}";
        ReceivedBare: "收到了{name}" | "收到{name}" | "Received {name}";
        Within: "{time}内办好" | "{time}內辦妥" | "within {time}";
        Look: "查看{name}" | "查看{name}" | "See {name}";
        SendAgain: "再送一次" | "再送一次" | "Send it again";
        SendAgainTo: "把{name}再送一次" | "把{name}再送一次" | "Send {name} again";
        Lost: "现在连不上，显示的是刚才的进度。" | "現時未能連線，顯示的是剛才的進度。" | "The connection is gone. This is how it stood a moment ago.";
        LookAgain: "再看一次" | "再看一次" | "Look again";
        Parties: "还要确认的人" | "尚待確認的人" | "Who still has to confirm";
        PartiesText: "把编号告诉对方。对方打开本站的“确认我的部分”，核验身份后只看得到自己的部分。" | "把編號告訴對方。對方開啟本站的「確認我的部分」，核實身分後只看到自己的部分。" | "Tell them the code. On this site’s page “Confirm my share” they prove who they are and see only their own share.";
        PartyWaiting: "等待确认" | "等候確認" | "Waiting";
        PartyConfirmed: "已确认" | "已確認" | "Confirmed";
        PartyRefused: "没有同意" | "不同意" | "Refused";
        Package: "您会收到" | "你會收到" | "What you get";
        Electronic: "电子证照" | "電子證照" | "e-certificate";
        OnPaper: "实物" | "實物" | "paper or goods";
        Ways: "实物怎样给您" | "實物如何交給你" | "How the rest reaches you";
        ChooseWay: "就这样送" | "就這樣送" | "Deliver it so";
        Chosen: "已选：{name}" | "已選：{name}" | "Chosen: {name}";
        Confirm: "都收到了" | "全部收到" | "I have everything";
        ConfirmedAt: "{at} 确认收到" | "{at} 確認收到" | "You confirmed on {at} that you have everything";
        Next: "接下来" | "接下來" | "What comes next";
        Due: "{date} 前" | "{date} 前" | "by {date}";
        Because: "为什么：{rule}" | "原因：{rule}" | "Why: {rule}";
        Basis: "依据：{name}" | "依據：{name}" | "Basis: {name}";
        Rate: "评价这件事" | "評價這件事" | "Rate this";
        RateMore: "追加评价" | "追加評價" | "Add to your rating";
        RowPartly: "部分没办成" | "部分未能辦成" | "Partly";
    }
}

crate::words! {
    /// Somebody's share of a matter that another one has submitted.
    ShareWords {
        Title: "确认我的部分" | "確認我的部分" | "Confirm my share";
        TypeTitle: "输入对方给您的编号" | "輸入對方給你的編號" | "Enter the code that you were given";
        TypeWrong: "编号是 8 位字母和数字，请再看一遍" | "編號是 8 位字母和數字，請再看一遍" | "A code has 8 letters and digits. Please look again";
        TypeUnknown: "没有这个编号，或者已经失效。请向对方再要一个" | "沒有此編號，或已失效。請向對方再取一個" | "There is no such code, or it is over. Please ask for another one";
        Asked: "{name}请您确认" | "{name}請你確認" | "{name} asks you to confirm";
        ProveText: "先核验您是谁，才能看到要确认的内容。" | "先核實你是誰，才能看到要確認的內容。" | "First prove who you are; then you see what you are asked to confirm.";
        Prove: "去核验身份" | "前往核實身分" | "Prove who I am";
        WarnTitle: "只确认您知道的事" | "只確認你知道的事" | "Confirm only what you know of";
        WarnText: "不认识对方，或者内容不对，请选“不同意”。不会有任何后果。" | "不認識對方，或內容不對，請選「不同意」，不會有任何後果。" | "If you do not know them, or something is wrong, choose “I do not agree”. Nothing happens to you.";
        Agree: "确认" | "確認" | "Confirm";
        Refuse: "不同意" | "不同意" | "I do not agree";
        NotYours: "这不是给您的" | "這不是給你的" | "This is not for you";
        NotYoursText: "这份确认只能由申请里写的那个人来做。请用本人的身份核验。" | "此確認只能由申請所寫的人作出，請以本人身分核實。" | "Only the person named in the application can confirm this. Please prove who you are as that person.";
        Confirmed: "已确认，谢谢" | "已確認，多謝" | "Confirmed, thank you";
        ConfirmedText: "对方那边会马上看到，接着往下办。" | "對方會立即看到，並繼續辦理。" | "They see it at once, and it goes on.";
        Refused: "已告诉对方您不同意" | "已告知對方你不同意" | "They have been told that you do not agree";
        RefusedText: "这部分不会以您的名义办理。" | "此部分不會以你的名義辦理。" | "Nothing is done in your name.";
    }
}
