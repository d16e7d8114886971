//! The home page.

crate::words! {
    /// The home page.
    Home {
        Greeting: "您好，想办什么？" | "你好，想辦甚麼？" | "Hello, what would you like to do?";
        GreetingNamed: "{name}，您好，想办什么？" | "{name}，你好，想辦甚麼？" | "Hello {name}, what would you like to do?";
        SearchHint: "无犯罪记录、落户、开公司…" | "無犯罪紀錄、落戶、開公司…" | "criminal record, company…";
        Found: "找到 {n} 个事项" | "找到 {n} 個事項" | "{n} services found";
        NoneFound: "没有找到“{query}”" | "找不到「{query}」" | "Nothing found for “{query}”";
        NoneFoundText: "换个说法试试，或者拨打 12345 问一问。" | "請換個說法，或致電 12345 查詢。" | "Try other words, or call 12345 and ask.";
        Themes: "我要…" | "我要…" | "I want to…";
        ThemeEmpty: "这里还没有事项" | "這裏還沒有事項" | "There are no services here yet";
        AllServices: "看全部事项" | "查看全部事項" | "Show all services";
        Popular: "大家常办" | "大家常辦" | "Most used";
        Running: "正在办理" | "正在辦理" | "In progress";
        AllApplications: "全部办件" | "全部辦件" | "All applications";
    }
}
