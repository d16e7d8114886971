//! What was agreed to, and what was read.

crate::words! {
    /// The page of consents and readings.
    RecordWords {
        Title: "授权和读取记录" | "授權和讀取紀錄" | "What I agreed to, and what was read";
        Lead: "您同意过读取什么、什么时候读过，都在这里。生效中的授权可以随时撤回。" | "你同意讀取甚麼、何時曾讀取，都在這裏。生效中的授權可隨時撤回。" | "What you agreed to and when it was read. A consent in force can be withdrawn at any time.";
        EmptyTitle: "还没有授权过" | "尚未授權" | "You have not agreed to anything yet";
        EmptyText: "办理事项时同意读取的信息会列在这里。" | "辦理事項時同意讀取的資料會列在這裏。" | "What you agree to when you apply for something is listed here.";
        SignInTitle: "核验身份后可以查看" | "核實身分後可查看" | "Prove who you are to see this";
        SignInText: "这些记录只给您本人看。" | "這些紀錄只供你本人查看。" | "These records are shown to nobody but you.";
        Active: "生效中" | "生效中" | "In force";
        Withdrawn: "已撤回" | "已撤回" | "Withdrawn";
        Expired: "已到期" | "已到期" | "Over";
        GivenAt: "{date}同意" | "{date}同意" | "Agreed {date}";
        ActiveUntil: "到 {date} 为止" | "至 {date} 為止" | "Until {date}";
        WithdrawnAt: "{date}撤回" | "{date}撤回" | "Withdrawn {date}";
        ExpiredAt: "{date}到期" | "{date}到期" | "Ended {date}";
        Purpose: "用途" | "用途" | "Purpose";
        Method: "核验方式" | "核實方式" | "Identity check";
        Face: "单独同意过人脸识别" | "曾另行同意人臉辨識" | "Face recognition was agreed to separately";
        Granted: "同意读取" | "同意讀取" | "Agreed to";
        Refused: "没有同意" | "沒有同意" | "Not agreed to";
        Readings: "读取记录（{n} 次）" | "讀取紀錄（{n} 次）" | "What was read ({n} times)";
        NoReadings: "没有读取过" | "沒有讀取過" | "Nothing was read";
        WhyFill: "填表" | "填表" | "To fill the form";
        WhyCheck: "核对申请" | "核對申請" | "To check the application";
        WhyOther: "其他用途" | "其他用途" | "For something else";
        Withdraw: "撤回授权" | "撤回授權" | "Withdraw";
        WithdrawWhat: "撤回授权：{name}" | "撤回授權：{name}" | "Withdraw: {name}";
        AskTitle: "撤回这次授权？" | "撤回這次授權？" | "Withdraw this consent?";
        AskText: "以后不再为“{name}”读取您的信息。已提交的申请不受影响，没填完的要自己填写。" | "日後不再為「{name}」讀取你的資料。已提交的申請不受影響，未填完的須自行填寫。" | "Nothing more will be read for “{name}”. What you have submitted stays; a form that is not finished you fill in yourself.";
        Confirm: "撤回" | "撤回" | "Withdraw";
        Keep: "不撤回" | "不撤回" | "Keep it";
        Done: "已撤回“{name}”的授权" | "已撤回「{name}」的授權" | "The consent for {name} was withdrawn";
        Failed: "还没有撤回，请再试一次" | "尚未撤回，請再試一次" | "It is not withdrawn yet. Please try again";
    }
}
