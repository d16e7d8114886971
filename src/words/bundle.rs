//! The guide of a bundle and its plan.

crate::words! {
    /// A few plain questions, one a page.
    GuideWords {
        Title: "先回答几个问题" | "先回答幾個問題" | "A few questions";
        QuestionOf: "第 {n} 个问题，共 {total} 个" | "第 {n} 個問題，共 {total} 個" | "Question {n} of {total}";
        Check: "核对已知的答案" | "核對已知的答案" | "Check what is known";
        Choose: "请选一个答案，再继续" | "請選一個答案，再繼續" | "Choose an answer, then continue";
        Next: "继续" | "繼續" | "Continue";
        NextText: "答完就知道要办哪些事、要多久、要交什么" | "答完便知道要辦哪些事、需時多久、須交甚麼" | "Then you see what it takes, how long, and what to hand in";
        Known: "这些已经知道，不用再答" | "以下已知，毋須再答" | "Known already, not asked";
        KnownFrom: "来自：{source}" | "來自：{source}" | "Known from: {source}";
        KnownText: "这是“{source}”里的记录。不对的话，请选别的答案。" | "這是「{source}」的記錄。如有不對，請選其他答案。" | "This is on record with: {source}. If it is wrong, choose another answer.";
    }
}

crate::words! {
    /// Which services it takes, and what that saves.
    PlanWords {
        Title: "办理方案" | "辦理方案" | "Your plan";
        Time: "最多用时" | "最多需時" | "Time at most";
        HandIn: "要交的材料" | "須交的材料" | "Things to hand in";
        Submissions: "提交次数" | "提交次數" | "Submissions";
        Alone: "逐件办：{n}" | "逐件辦理：{n}" | "one by one: {n}";
        Services: "要办的事" | "要辦的事" | "What it takes";
        Stage: "第 {n} 步" | "第 {n} 步" | "Step {n}";
        StageOfSeveral: "第 {n} 步，{count} 件同时办" | "第 {n} 步，{count} 件同時辦理" | "Step {n}, {count} side by side";
        NeededBy: "办{name}要先办它" | "辦理{name}須先辦它" | "{name} needs it first";
        Satisfied: "不用先办{name}：{why}" | "毋須先辦{name}：{why}" | "{name} need not come first: {why}";
        SatisfiedBare: "不用先办{name}" | "毋須先辦{name}" | "{name} need not come first";
        LeftOut: "这次不用办" | "今次毋須辦理" | "Not needed this time";
        New: "新加入" | "新加入" | "New";
        Gone: "刚去掉" | "剛移除" | "Taken out";
        Materials: "要用的材料" | "所需材料" | "Documents";
        MaterialFor: "用于：{names}" | "用於：{names}" | "For: {names}";
        ByCertificate: "电子证照代替" | "以電子證照代替" | "e-certificate";
        ByResult: "前一步给出" | "由前一步給出" | "From an earlier step";
        Answers: "您的回答" | "你的回答" | "Your answers";
        Changed: "方案变了" | "方案已改變" | "The plan has changed";
        Same: "方案没有变" | "方案沒有改變" | "The plan stays the same";
        Came: "加入：{names}" | "加入：{names}" | "Added: {names}";
        Went: "去掉：{names}" | "移除：{names}" | "Taken out: {names}";
        TimeChanged: "用时：原来 {before}，现在 {now}" | "需時：原為 {before}，現為 {now}" | "Time: {now}, before {before}";
        EmptyTitle: "按您的回答，没有要办的事" | "按你的回答，沒有要辦的事" | "By your answers, there is nothing to do";
        EmptyText: "不对的话，请在下面修改回答。" | "如有不對，請在下面更改回答。" | "If that is wrong, change an answer below.";
        Start: "按这个方案办" | "按此方案辦理" | "Go ahead with this plan";
        StartText: "下一步：确认授权" | "下一步：確認授權" | "Next: your consent";
    }
}
