//! A guardian's consent to a child's face check.

crate::words! {
    /// The child's page, then the guardian's.
    Guardian {
        Ask: "请监护人同意" | "請監護人同意" | "Ask your guardian";
        AskAgain: "重新请监护人同意" | "重新請監護人同意" | "Ask your guardian again";
        Waiting: "等监护人在自己的手机上同意" | "等候監護人在自己的手機上同意" | "Waiting for your guardian to agree on their own phone";
        Agreed: "监护人已经同意，可以重新刷脸核验" | "監護人已同意，可重新進行人臉核實" | "Your guardian has agreed. You can do the face check again";
        Refused: "监护人没有同意。可以换用短信验证码，或请监护人陪同到窗口办理" | "監護人沒有同意。可改用短訊驗證碼，或請監護人陪同到窗口辦理" | "Your guardian did not agree. Use a code by SMS instead, or go to a window together";
        Expired: "代码已经过期。需要的话，请再请监护人同意一次" | "代碼已過期。如有需要，請再請監護人同意一次" | "The code has expired. Ask your guardian again if you need to";
        Quiet: "很久没有消息了。监护人同意后，请按下面的按钮" | "很久沒有消息了。監護人同意後，請按下面的按鈕" | "Nothing was heard for a long time. Once your guardian has agreed, press the button below";
        StepCheck: "监护人核验身份、看过说明后同意；这一页不用关" | "監護人核實身分、看過說明後同意；無須關閉此頁" | "Your guardian proves who they are, reads what it is about and agrees; leave this page open";
        QrName: "二维码，监护人用手机打开" | "二維碼，監護人以手機開啟" | "QR code for your guardian's phone";
        Retry: "重新核验" | "重新核實" | "Do the check again";

        Title: "监护人同意" | "監護人同意" | "A guardian's consent";
        TypeTitle: "输入孩子设备上显示的代码" | "輸入孩子裝置上顯示的代碼" | "Enter the code that the child's device shows";
        TypeWrong: "请输入孩子设备上显示的 8 位代码" | "請輸入孩子裝置上顯示的 8 位代碼" | "Enter the 8 characters that the child's device shows";
        TypeUnknown: "没有这个代码。请对照孩子设备上显示的再输一次" | "沒有此代碼。請對照孩子裝置上顯示的再輸入一次" | "There is no such code. Compare it with the child's device and enter it again";
        AskedTitle: "{child} 请您同意使用人脸识别" | "{child} 請你同意使用人臉識別" | "{child} asks you to agree to face recognition";
        Child: "孩子" | "孩子" | "Child";
        WarnTitle: "不认识这个孩子，请不要继续" | "如不認識這個孩子，請勿繼續" | "Only continue if you know this child";
        WarnText: "工作人员不会打电话或发消息让您扫码、输代码。" | "職員不會致電或傳訊要求你掃碼或輸入代碼。" | "No official will call or write to have you scan or enter a code.";
        Prove: "先核验您是谁" | "先核實你是誰" | "First prove who you are";
        ProveText: "登记里写明您是监护人，才能同意。核验时不读取您自己的信息。" | "登記中列明你是監護人，方可同意。核實時不會讀取你自己的資料。" | "Only somebody whom the register names as guardian can agree. Nothing of your own is read.";
        ConsentLead: "您要作为监护人同意孩子使用人脸识别。这一步只核验您的身份，不读取您自己的信息。" | "你將作為監護人同意孩子使用人臉識別。這一步只核實你的身分，不會讀取你自己的資料。" | "You are about to agree as a guardian. This step only confirms who you are; nothing of your own is read.";
        Box: "我是监护人，单独同意本次办理使用孩子的人脸识别" | "我是監護人，單獨同意本次辦理使用孩子的人臉識別" | "I am the guardian and agree separately to the use of the child's face for this application";
        BoxNeeded: "同意的话请勾选；不同意请选“不同意”" | "如同意請勾選；如不同意請選「不同意」" | "Tick this to agree, or choose “I do not agree”";
        Agree: "同意" | "同意" | "I agree";
        Refuse: "不同意" | "不同意" | "I do not agree";
        DoneTitle: "已经同意" | "已經同意" | "You have agreed";
        DoneText: "孩子的设备会自动继续。可以在“授权和读取记录”里随时撤回。" | "孩子的裝置會自動繼續。可在「授權和讀取紀錄」隨時撤回。" | "The child's device goes on by itself. You can withdraw at any time under “What I agreed to, and what was read”.";
        ToRecords: "查看授权记录" | "查看授權紀錄" | "See what I agreed to";
        NotDoneTitle: "没有同意" | "沒有同意" | "You did not agree";
        NotDoneText: "孩子的人脸信息不会被使用。" | "孩子的人臉資料不會被使用。" | "The child's face is not used.";
        OverTitle: "这个代码已经用过或过期" | "此代碼已經使用或過期" | "This code was used or has expired";
        OverText: "需要的话，请在孩子的设备上重新请求。" | "如有需要，請在孩子的裝置上重新請求。" | "If need be, ask again on the child's device.";
    }
}
