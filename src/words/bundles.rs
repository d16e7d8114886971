//! What can be done as one thing.

crate::words! {
    /// The index of bundles, and the page of one.
    Bundles {
        Title: "一件事一次办" | "一件事一次辦" | "Everything in one go";
        Lead: "几个部门的事，问一次、填一次、一起办。" | "數個部門的事，問一次、填一次、一併辦。" | "Several departments: asked once, filled in once, done together.";
        SearchHint: "出生、开公司、退休…" | "出生、開公司、退休…" | "birth, company, retirement…";
        Narrow: "筛选" | "篩選" | "Narrow down";
        Audience: "为谁办" | "為誰辦" | "For whom";
        Person: "个人" | "個人" | "A person";
        Company: "企业" | "企業" | "A company";
        Event: "什么事" | "甚麼事" | "What it is about";
        Agency: "哪个部门" | "哪個部門" | "Department";
        All: "全部" | "全部" | "All";
        Found: "找到 {n} 件" | "找到 {n} 件" | "{n} found";
        None: "没有这样的事" | "沒有這樣的事" | "Nothing like that";
        NoneText: "换个说法，或者看看别的部门。" | "請換個說法，或看看其他部門。" | "Try other words, or another department.";
        Things: "一件事" | "一件事" | "In one go";
        Themes: "我要…" | "我要…" | "I want to…";
        Services: "单个事项" | "單個事項" | "Single services";
        More: "更多一件事" | "更多一件事" | "More in one go";
        Takes: "一共包括" | "一共包括" | "What it takes";
        TakesText: "不一定每项都要办。回答几个问题，就知道您要办哪些。" | "不一定每項都要辦。回答幾個問題，就知道你要辦哪些。" | "You may not need all of them. A few questions tell which you do.";
        Depends: "看您的情况" | "視乎你的情況" | "depends";
        Start: "开始" | "開始" | "Begin";
        StartNext: "先回答几个问题，不用登录" | "先回答幾個問題，無須登入" | "First a few questions; nobody has to sign in for them";
    }
}
