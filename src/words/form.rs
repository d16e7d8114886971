//! The form that fills itself, and the review.

crate::words! {
    /// The form and the review.
    FormWords {
        Title: "补全信息" | "補全資料" | "Complete the form";
        ToReview: "核对并提交" | "核對並提交" | "Check and submit";
        Missing: "请您填写" | "請你填寫" | "For you to fill in";
        NothingMissing: "没有要填的了，请核对下面自动填好的信息。" | "毋須再填寫，請核對以下自動填好的資料。" | "Nothing is left to fill in. Please check what was filled in for you.";
        PartOf: "第 {n} 部分，共 {total} 部分：{title}" | "第 {n} 部分，共 {total} 部分：{title}" | "Part {n} of {total}: {title}";
        PartTitle: "{title}（{n}/{total}）" | "{title}（{n}/{total}）" | "{title} ({n}/{total})";
        NextPart: "下一部分：{title}" | "下一部分：{title}" | "Next: {title}";
        OnePage: "所有问题放在一页" | "所有問題放在一頁" | "Show all questions on one page";
        InParts: "一次只看一部分" | "一次只看一部分" | "Show one part at a time";
        Withdraw: "撤回授权" | "撤回授權" | "Withdraw consent";
        WithdrawHint: "您可以随时撤回授权：读取到的信息会从这里清除，您填写的内容还在。" | "你可隨時撤回授權：讀取到的資料會從這裏清除，你填寫的內容還在。" | "You can withdraw at any time: what was read is removed from here; what you typed stays.";
        Sources: "信息来源" | "資料來源" | "Where it comes from";
        Saved: "已保存" | "已儲存" | "Saved";
        Saving: "正在保存…" | "正在儲存…" | "Saving…";
        SaveWaiting: "还没有保存，网络恢复后会自动保存" | "尚未儲存，網絡恢復後會自動儲存" | "Not saved yet; it will be saved by itself when the network is back";
        SaveSignedOut: "身份核验已过期，您填写的内容还在" | "身分核實已過期，你填寫的內容仍在" | "Your session has ended. What you typed is still here";
        ProveAgain: "重新核验身份" | "重新核實身分" | "Prove who you are again";
        CarryText: "要离开本页去核验。可以把您填写的内容加密存在这台设备上，回来后自动恢复；30 分钟后自动删除。" | "需離開本頁前往核實。可將你填寫的內容加密存於此裝置，返回後自動還原；30 分鐘後自動刪除。" | "The check leaves this page. What you typed can be kept on this device, encrypted, and restored when you are back; it is deleted after 30 minutes.";
        CarryFailed: "这台设备存不了。请先抄下填写的内容，再去核验。" | "此裝置無法儲存。請先抄下填寫的內容，再前往核實。" | "This device cannot keep it. Copy what you typed first, then go.";
        CarryAndProve: "加密保存并去核验" | "加密儲存並前往核實" | "Keep it encrypted and go";
        ProveOnly: "不保存，直接去核验" | "不儲存，直接前往核實" | "Go without keeping it";
        Lost: "事项有更新，这些填过的内容放不回去，请再填一次：{fields}" | "事項已更新，以下填過的內容無法還原，請再填一次：{fields}" | "The form has changed. These answers could not be restored, please enter them again: {fields}";
        LostGone: "这些填过的内容现在不需要了：{fields}" | "以下填過的內容現時不再需要：{fields}" | "These answers are not needed any more: {fields}";
        LostWhy: "{name}（{why}）" | "{name}（{why}）" | "{name} ({why})";
        NeedsIdentity: "填表前要先核验您的身份" | "填表前須先核實你的身分" | "Before the form, please prove who you are";
        NeedsIdentityText: "核验后，系统会按您的授权自动填表。" | "核實後，系統會按你的授權自動填表。" | "After that, the form fills itself from what you agreed to.";
        NeedsGuide: "先回答几个问题" | "先回答幾個問題" | "First, a few questions";
        NeedsGuideText: "回答后才知道要办哪些事项，表格只问用得上的内容。" | "回答後才知道要辦理哪些事項，表格只問用得上的內容。" | "Your answers decide which services it takes. The form then asks only what they need.";
        ToGuide: "去回答" | "前往回答" | "Answer them";
        ResumeText: "为了您的信息安全，要再核验一次。已保存的内容都在，核验后回到刚才填的地方。" | "為保障你的資料安全，須再核實一次。已儲存的內容仍在，核實後返回剛才填寫的位置。" | "To keep your data safe, prove who you are once more. What was saved is still there, and you go on where you were.";
        ToConsent: "去授权与核验" | "前往授權與核實" | "Go to consent and identity";
        BrokenTitle: "这个事项暂时不能在网上填写" | "此事項暫時無法在網上填寫" | "This service cannot be filled in online at present";
        BrokenText: "它的表单定义有错，我们已经知道是哪一项。您可以拨打 12345，或到办事窗口办理。" | "其表格定義有誤，我們已知道是哪一項。你可致電 12345，或到服務窗口辦理。" | "Its form definition has a mistake. Please call 12345, or visit a service window.";
        BrokenAt: "定义中的位置：{pointer}（{reason}）" | "定義中的位置：{pointer}（{reason}）" | "At {pointer} of the definition: {reason}";
        ToService: "回到办事指南" | "返回辦事指南" | "Back to the guide";
        ReviewTitle: "核对并提交" | "核對並提交" | "Check and submit";
        ReviewLead: "提交前请再看一遍。要改哪一项，点“更改”，改完会回到这里。" | "提交前請再看一遍。如要更改，點「更改」，改完會返回這裏。" | "Please look it over once more. Press “Change” at anything that is wrong; you come back here afterwards.";
        BackToReview: "改好了，回去核对" | "改好了，返回核對" | "Done, back to the check";
        Changed: "您改过，原为：{value}" | "你已更改，原為：{value}" | "Changed by you, was: {value}";
        Submit: "确认无误，提交" | "確認無誤，提交" | "Everything is right, submit";
        SubmitNext: "提交后马上自动审核，结果当场告诉您" | "提交後隨即自動審核，結果即時告知" | "It is checked at once; you see the decision here";
        SubmitLost: "网络断了，不确定是否已经送到。再点一次提交就行，不会重复办理。" | "網絡中斷，未能確定是否已送達。再按一次提交即可，不會重複辦理。" | "The connection was lost, so it may or may not have arrived. Just submit again: it will not be done twice.";
        SubmitTwice: "这份申请可能已经提交过。请先到“我的办件”查看。" | "這份申請可能已提交。請先到「我的辦件」查看。" | "This may have been submitted already. Please look in “My applications” first.";
        ToApplications: "查看我的办件" | "查看我的辦件" | "My applications";
        UploadWaits: "网络不通，恢复后会自动继续上传" | "網絡不通，恢復後會自動繼續上載" | "No connection. It goes on by itself when the network is back";
        UploadWaitsAt: "网络不通，已上传 {n}%，恢复后会自动继续" | "網絡不通，已上載 {n}%，恢復後會自動繼續" | "No connection. {n}% has arrived; it goes on by itself when the network is back";
        UploadFailed: "没有上传成功：{why}" | "未能上傳：{why}" | "The upload failed: {why}";
    }
}
