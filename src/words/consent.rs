//! Consent before anything is read.

crate::words! {
    /// The consent page.
    Consent {
        Title: "授权与核验" | "授權與核實" | "Consent and identity";
        Lead: "下面这些信息由您决定是否让我们读取。每一项都可以单独关闭。" | "以下資料由你決定是否讓我們讀取，每一項都可單獨關閉。" | "You decide what may be read. Each source can be switched off on its own.";
        Purpose: "用途" | "用途" | "Purpose";
        Sources: "将要读取的信息" | "將會讀取的資料" | "What will be read";
        SourcesChosen: "已同意读取 {n} 项，共 {total} 项" | "已同意讀取 {n} 項，共 {total} 項" | "{n} of {total} sources agreed to";
        Method: "怎样核验您是本人" | "如何核實你是本人" | "How to prove it is you";
        MethodHint: "以下方式同样有效，由您选择" | "以下方式同樣有效，由你選擇" | "All ways count the same; the choice is yours";
        ChooseMethod: "请选择一种核验方式" | "請選擇一種核實方式" | "Please choose a way";
        FaceAgree: "我单独同意为本次办理使用人脸识别" | "我單獨同意為本次辦理使用人臉識別" | "I agree separately to the use of face recognition for this application";
        FaceNeeded: "使用人脸识别要您单独同意；不同意可以选其他方式" | "使用人臉識別須你單獨同意；不同意可選其他方式" | "Face recognition needs your separate consent. If you would rather not, choose another way";
        WindowText: "带上身份证件到下面任一窗口，工作人员会帮您办。" | "請攜帶身分證件前往以下任一窗口，職員會協助你辦理。" | "Bring your identity document to any of these windows; the staff will help you.";
        AgreeAndGo: "同意并去核验" | "同意並前往核實" | "Agree and continue";
        AgreeVerified: "同意并继续" | "同意並繼續" | "Agree and continue";
        ToWindow: "不在手机上办，回首页" | "不用手機辦理，返回首頁" | "Go to the home page";
        NextProvider: "接下来会打开核验平台的页面，完成后自动回到这里" | "接下來會開啟核實平台的頁面，完成後自動返回" | "The identity provider's page opens next; you come back here by yourself afterwards";
        NextCamera: "接下来先试一下摄像头，再去核验平台；完成后自动回到这里" | "接下來先試一下鏡頭，再前往核實平台；完成後自動返回" | "Next you try your camera, then go to the identity provider; you come back here by yourself afterwards";
        NextHere: "接下来在这里输入手机收到的验证码" | "接下來在這裏輸入手機收到的驗證碼" | "Next you enter the code that your phone receives";
        NextPassword: "接下来在这里输入政务账号和密码" | "接下來在這裏輸入政務帳號和密碼" | "Next you enter your account and its password";
        NextForm: "您刚核验过身份，接下来直接填表" | "你剛核實過身分，接下來直接填表" | "You have just proved who you are; the form comes next";
        Withdraw: "授权可以随时撤回；不同意也可以自己填写。" | "授權可隨時撤回；不同意亦可自行填寫。" | "You can withdraw at any time; what you do not agree to, you can type yourself.";
    }
}
