//! Drafts: what was not finished, and where it is kept meanwhile.

crate::words! {
    /// The list of drafts.
    DraftWords {
        Title: "没填完的事项" | "未填完的事項" | "Not finished yet";
        EmptyTitle: "没有没填完的事项" | "沒有未填完的事項" | "Nothing is left unfinished";
        EmptyText: "填到一半离开时，填过的内容会留在这里，可以接着填。" | "填到一半離開時，填過的內容會留在這裏，可以繼續填寫。" | "When you leave a form half-way, what you typed stays here and you can go on.";
        SignInTitle: "核验身份后可以接着填" | "核實身分後可繼續填寫" | "Prove who you are to go on with a form";
        SignInText: "从要办的事项开始，核验后就能看到没填完的内容。" | "由要辦的事項開始，核實後即可看到未填完的內容。" | "Start from the service that you were applying for; after the identity check what you typed is back.";
        SavedOn: "{date}保存" | "{date}儲存" | "Saved {date}";
        KeptUntil: "保留到 {date}" | "保留至 {date}" | "Kept until {date}";
        OnlyHere: "在这台设备上" | "在此裝置上" | "On this device";
        DeleteWhat: "删除“{name}”的草稿" | "刪除「{name}」的草稿" | "Delete the draft of {name}";
        DeleteTitle: "删除这份草稿？" | "刪除這份草稿？" | "Delete this draft?";
        DeleteText: "“{name}”里填过的内容会删除，不能恢复。" | "「{name}」中填過的內容會刪除，不能還原。" | "What you typed in “{name}” will be deleted and cannot be brought back.";
        Delete: "删除" | "刪除" | "Delete";
        Keep: "留着" | "保留" | "Keep it";
        Deleted: "已删除“{name}”的草稿" | "已刪除「{name}」的草稿" | "The draft of {name} was deleted";
        DeleteFailed: "还没有删掉，请再试一次" | "尚未刪除，請再試一次" | "It is not deleted yet. Please try again";
        GoOn: "接着填（{n} 件没填完）" | "繼續填寫（{n} 件未填完）" | "Go on with a form ({n} not finished)";
    }
}

crate::words! {
    /// Where a backend keeps no drafts: asking whether to keep one on the device.
    KeepWords {
        Unkept: "填写的内容还没有保存" | "填寫的內容尚未儲存" | "What you typed is not saved yet";
        Ask: "要存在这台设备上吗？" | "要存於此裝置嗎？" | "Keep it on this device?";
        Here: "已加密存在这台设备上，保留到 {date}" | "已加密存於此裝置，保留至 {date}" | "Kept on this device, encrypted, until {date}";
        Title: "把填写的内容存在这台设备上？" | "將填寫的內容存於此裝置？" | "Keep what you typed on this device?";
        Text: "办理机关这里不保存草稿。可以加密存在这台设备上：只有您核验身份后才能打开，{n} 天后自动删除；提交后或有人在这台设备上退出登录时，也会删除。" | "辦理機關不儲存草稿。可以加密存於此裝置：只有你核實身分後才能開啟，{n} 天後自動刪除；提交後或有人在此裝置登出時，亦會刪除。" | "The agency keeps no drafts. What you typed can be kept on this device, encrypted: only you can open it, after an identity check. It is deleted after {n} days, when you submit, and when anybody signs out on this device.";
        Shared: "用的是别人的或公用的设备？请不要保存。" | "使用他人或公用裝置？請不要儲存。" | "Not your own device? Please do not keep it there.";
        Yes: "加密保存在这台设备上" | "加密儲存於此裝置" | "Keep it here, encrypted";
        No: "不保存" | "不儲存" | "Do not keep it";
        Failed: "这台设备存不了。请尽快填完并提交。" | "此裝置無法儲存。請盡快填完並提交。" | "This device cannot keep it. Please finish and submit soon.";
    }
}
