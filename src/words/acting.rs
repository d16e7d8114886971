//! Acting for somebody else.

crate::words! {
    /// What stands on every page while somebody acts for another person.
    ActingBarWords {
        ActingFor: "代办：您正在为 {name} 办理" | "代辦：你正在為 {name} 辦理" | "You are applying for {name}";
        Stop: "结束代办" | "結束代辦" | "Stop";
        StopFailed: "还没有结束代办，请再试一次" | "尚未結束代辦，請再試一次" | "You are still applying for somebody else. Please try again";
        Both: "申请人 {applicant} · 代办人 {agent}" | "申請人 {applicant} · 代辦人 {agent}" | "For {applicant}, by {agent}";
    }
}

crate::words! {
    /// The choice of whom to apply for, and what is told of it later.
    ActingWords {
        For: "为谁办理" | "為誰辦理" | "Who is this for?";
        Myself: "为自己办理" | "為自己辦理" | "Myself";
        Other: "为他人办理" | "為他人辦理" | "Somebody else";
        OtherText: "先核验您是谁，再选择为谁办理。核验时不读取您自己的信息。" | "先核實你是誰，再選擇為誰辦理。核實時不會讀取你自己的資料。" | "First prove who you are, then choose for whom. Nothing of your own is read.";
        OtherLead: "这一步只核验您的身份。要读取谁的什么信息，选好为谁办理后再请您确认。" | "這一步只核實你的身分。要讀取誰的甚麼資料，選好為誰辦理後再請你確認。" | "This step only confirms who you are. What is read, and about whom, you are asked once you have chosen.";
        NextChoose: "核验后选择为谁办理" | "核實後選擇為誰辦理" | "Next, choose for whom you apply";
        NextOther: "接下来填写 {name} 的申请" | "接下來填寫 {name} 的申請" | "The form for {name} comes next";
        Lead: "下面这些是 {name} 的信息，由您代为决定是否让我们读取。本人也能看到这次授权，可以随时撤回。" | "以下是 {name} 的資料，由你代為決定是否讓我們讀取。本人亦能看到這次授權，可隨時撤回。" | "This is about {name}; you decide on their behalf what may be read. They see this consent too and can withdraw it at any time.";
        Child: "子女" | "子女" | "Your child";
        Parent: "父亲或母亲" | "父親或母親" | "Your parent";
        Spouse: "配偶" | "配偶" | "Your spouse";
        Company: "您任职的公司" | "你任職的公司" | "A company of which you are an officer";
        OtherRelation: "登记在案的关系" | "登記在案的關係" | "By a registered relation";
        Applicant: "申请人" | "申請人" | "Applicant";
        Agent: "代办人" | "代辦人" | "Acting for them";
        NotHere: "这件事只能本人办理。要办自己的事，请先结束代办；对方不方便上网的，可以到办事窗口办理。" | "此事只能由本人辦理。如要辦理自己的事，請先結束代辦；對方不便上網的，可前往服務窗口辦理。" | "Only the person themselves can apply for this. To apply for yourself, stop first; if they cannot use the internet, a service window helps.";
    }
}
