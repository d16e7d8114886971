//! A session that is about to end.

crate::words! {
    /// The question whether the person is still there.
    EndingWords {
        Title: "您还在吗？" | "你還在嗎？" | "Are you still there?";
        Text: "为了您的信息安全，约 {n} 分钟后会自动退出。已填的内容都保存着。" | "為保障你的資料安全，約 {n} 分鐘後會自動登出。已填寫的內容都已儲存。" | "For your safety you will be signed out in about {n} min. What you filled in is saved.";
        Stay: "继续办理" | "繼續辦理" | "Go on";
        Leave: "现在退出" | "現在登出" | "Sign out now";
    }
}
