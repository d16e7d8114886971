//! A shared terminal.

crate::words! {
    /// The question whether the person is still there, and what a shared terminal does otherwise.
    KioskWords {
        Text: "这是公用设备。{n} 秒后会自动退出，并清除这里您的信息。" | "這是公用裝置。{n} 秒後會自動登出，並清除這裏你的資料。" | "This is a shared device. In {n} s you will be signed out, and everything of yours is cleared from it.";
        StuckTitle: "还没有完全退出" | "尚未完全登出" | "Not signed out yet";
        StuckText: "屏幕上的信息已经清除，但网络不通，服务器还不知道。请先不要使用这台设备；网络恢复后会自动完成。" | "畫面上的資料已清除，但網絡不通，伺服器尚未得知。請先不要使用此裝置；網絡恢復後會自動完成。" | "What was on the screen is gone, but the server could not be told. Please do not use this device yet; it goes on by itself when the network is back.";
        StuckRetry: "现在再试" | "現在再試" | "Try again now";
        NoDevice: "公用设备不能登记" | "公用裝置不能登記" | "A shared device cannot be set up";
        NoDeviceText: "请用您自己的手机或电脑登记。" | "請用你自己的手機或電腦登記。" | "Please use your own phone or computer for that.";
        CarryText: "要离开本页去核验。这是公用设备，不在上面保存内容：还没有保存的填写，请先抄下来。" | "需離開本頁前往核實。這是公用裝置，不會儲存內容：尚未儲存的資料，請先抄下。" | "The check leaves this page. This is a shared device, so nothing is kept on it: copy what is not saved yet.";
    }
}
