//! One more check, at the moment it matters.

crate::words! {
    /// The step-up, before a submission and before something masked is shown in full.
    StepUpWords {
        Ahead: "提交时要再确认一次是您本人，以下方式任选一种：{ways}" | "提交時須再確認一次是你本人，以下方式任選一種：{ways}" | "When you submit, you confirm once more that it is you, in one of these ways: {ways}";
        Between: "、" | "、" | "; ";
        Confirmed: "已确认是您本人" | "已確認是你本人" | "It is you";
        ConfirmedText: "信息重新读过一遍。请再看一眼，没有问题就提交。" | "資料已重新讀取。請再看一眼，如無問題即可提交。" | "What the sources say was read again. Have one more look, then submit.";
        Title: "确认是您本人" | "確認是你本人" | "Confirm that it is you";
        Text: "这件事要更可靠的核验方式。填写的内容都在；不想继续，关掉就行，什么都不会变。" | "此事需要更可靠的核實方式。填寫的內容都在；不想繼續，關閉即可，一切不變。" | "This needs a surer check. Nothing you typed is lost; if you would rather not, close this and nothing changes.";
        Device: "用本机确认并提交" | "以本機確認並提交" | "Confirm with this device and submit";
        DeviceSee: "用本机确认并查看" | "以本機確認並查看" | "Confirm with this device and show it";
        DeviceText: "用面容、指纹或锁屏密码，点一下就行" | "以臉容、指紋或螢幕鎖密碼，按一下即可" | "By face, fingerprint or screen lock: one touch";
        OtherWays: "或者换一种方式" | "或換一種方式" | "Or choose another way";
        Ways: "怎样确认是您本人" | "如何確認是你本人" | "How to confirm that it is you";
        Go: "去确认" | "前往確認" | "Go and confirm";
        GoNext: "会打开核验平台的页面，完成后回到这里" | "會開啟核實平台的頁面，完成後返回這裏" | "The identity provider's page opens; you come back here afterwards";
        WindowText: "也可以带上身份证件到下面任一窗口提交。" | "亦可攜帶身分證件到以下任一窗口提交。" | "You can also submit at any of these windows. Bring your identity document.";
        WindowSee: "也可以带上身份证件到下面任一窗口查看。" | "亦可攜帶身分證件到以下任一窗口查看。" | "You can also see it at any of these windows. Bring your identity document.";
        NotNow: "暂不提交" | "暫不提交" | "Not now";
        NotSee: "暂不查看" | "暫不查看" | "Not now";
        See: "显示完整号码" | "顯示完整號碼" | "Show the full numbers";
        Unsee: "隐藏号码" | "隱藏號碼" | "Hide the numbers";
        SeenFor: "{n} 秒后自动隐藏，离开本页也会隐藏" | "{n} 秒後自動隱藏，離開本頁亦會隱藏" | "Hidden again after {n} seconds, and when you leave the page";
    }
}
