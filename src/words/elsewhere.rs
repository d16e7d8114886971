//! A check that another device carries out: what the computer says, then the phone.

crate::words! {
    /// Both devices.
    Elsewhere {
        WhereTitle: "在哪里核验？" | "在哪裏核實？" | "Where would you like to do the check?";
        WhereText: "核验会用到摄像头，用手机通常更方便。两种方式结果一样。" | "核實會用到鏡頭，使用手機通常較方便。兩種方式結果相同。" | "The check uses a camera, so a phone is often easier. Both ways count the same.";
        OnPhone: "用手机继续" | "用手機繼續" | "Continue on my phone";
        OnComputer: "在这台电脑上继续" | "在這部電腦繼續" | "Continue on this computer";
        NotOnPhone: "不用手机了" | "不使用手機了" | "Do not use the phone";
        Waiting: "等您用手机打开" | "等候你用手機開啟" | "Waiting for your phone";
        Opened: "手机上正在核验，完成后这里会自动继续" | "手機上正在核實，完成後這裏會自動繼續" | "The check is under way on your phone; this page goes on by itself afterwards";
        OpenedText: "这一页不用关。手机上没法完成的话，可以换一种方式重新开始。" | "無須關閉此頁。如在手機上未能完成，可換一種方式重新開始。" | "Leave this page open. If it cannot be finished on the phone, choose another way to start again.";
        Finished: "手机上已完成，正在确认" | "手機上已完成，正在確認" | "Finished on your phone; confirming";
        Quiet: "很久没有消息了。在手机上完成后，请按下面的按钮" | "很久沒有消息了。在手機上完成後，請按下面的按鈕" | "Nothing was heard for a long time. Once you have finished on the phone, press the button below";
        StepScan: "用手机相机或微信扫描二维码" | "用手機相機掃描二維碼" | "Scan the QR code with your phone's camera";
        StepType: "扫不了的话，在手机浏览器打开 {address}，输入这个代码" | "如未能掃描，請在手機瀏覽器開啟 {address}，輸入此代碼" | "If you cannot scan it, open {address} in your phone's browser and type the code";
        StepCheck: "在手机上核对事项，完成核验；这一页不用关" | "在手機上核對事項，完成核實；無須關閉此頁" | "Check on the phone what it is for, and do the check; leave this page open";
        QrName: "二维码，用手机打开核验页面" | "二維碼，用手機開啟核實頁面" | "QR code that opens the check on your phone";
        CodeName: "代码" | "代碼" | "Code";
        Left: "代码还能用 {time}" | "代碼尚可使用 {time}" | "The code works for another {time}";

        Title: "为另一台设备核验" | "為另一部裝置核實" | "Check for another device";
        TypeTitle: "输入电脑上显示的代码" | "輸入電腦上顯示的代碼" | "Enter the code that the computer shows";
        TypeLabel: "代码" | "代碼" | "Code";
        TypeHint: "8 位字母和数字，例如 4F7K-Q9TC" | "8 位字母及數字，例如 4F7K-Q9TC" | "8 letters and digits, such as 4F7K-Q9TC";
        TypeWrong: "请输入电脑上显示的 8 位代码" | "請輸入電腦上顯示的 8 位代碼" | "Enter the 8 characters that the computer shows";
        TypeUnknown: "没有这个代码，或者已经过期。请对照电脑上显示的再输一次" | "沒有此代碼，或已過期。請對照電腦上顯示的再輸入一次" | "There is no such code, or it has expired. Compare it with the computer and enter it again";
        Look: "下一步" | "下一步" | "Continue";
        AskedTitle: "有一台设备请您核验身份" | "有一部裝置請你核實身分" | "A device asks you for an identity check";
        AskedFor: "要办的事" | "要辦的事" | "For";
        AskedBy: "发起的设备" | "發起的裝置" | "Asked by";
        AskedAt: "发起时间" | "發起時間" | "Since";
        WarnTitle: "不是您自己发起的，请不要继续" | "如非你自己發起，請勿繼續" | "Only continue if you started this yourself";
        WarnText: "继续后，那台设备就能以您的身份办理。工作人员不会打电话或发消息让您扫码、输代码。" | "繼續後，該裝置便能以你的身分辦理。職員不會致電或傳訊要求你掃碼或輸入代碼。" | "That device can then act in your name. No official will call or write to have you scan or enter a code.";
        Go: "是我发起的，继续" | "是我發起的，繼續" | "I started this, continue";
        NotMine: "不是我发起的" | "不是我發起的" | "I did not start this";
        RefusedTitle: "已经拒绝" | "已經拒絕" | "Refused";
        RefusedText: "那台设备上的核验已取消，没有用到您的任何信息。" | "該裝置上的核實已取消，沒有用到你的任何資料。" | "The check on that device was cancelled; nothing of yours was used.";
        OverTitle: "这个代码已经用过" | "此代碼已經使用" | "This code was already used";
        OverText: "一个代码只能由一台设备使用一次。如需继续，请在电脑上重新开始。" | "一個代碼只能由一部裝置使用一次。如要繼續，請在電腦重新開始。" | "A code works once, on one device. To go on, start again on the computer.";
        DoneTitle: "核验完成" | "核實完成" | "The check is done";
        DoneText: "请回到电脑，那里会自动继续。这台手机可以关闭本页。" | "請返回電腦，那裏會自動繼續。可在此手機關閉本頁。" | "Go back to your computer, where it goes on by itself. You can close this page.";
        StartOver: "如要再试，请在电脑上重新开始。" | "如要再試，請在電腦重新開始。" | "To try again, start again on the computer.";
    }
}
