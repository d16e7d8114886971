//! Leaving for the identity provider and coming back.

crate::words! {
    /// The handoff page.
    Handoff {
        Title: "身份核验" | "身分核實" | "Identity check";
        Checking: "正在确认核验结果…" | "正在確認核實結果…" | "Confirming the result…";
        CheckingText: "请稍等，结果以核验平台告诉我们的为准。" | "請稍候，結果以核實平台通知為準。" | "One moment: what counts is what the provider tells us.";
        WaitingTitle: "还没有完成核验" | "尚未完成核實" | "The check is not finished";
        WaitingText: "可以回到核验平台继续，也可以换一种方式。已经完成的话，请再查一次。" | "可以返回核實平台繼續，亦可換一種方式。如已完成，請再查一次。" | "Go on at the provider, or choose another way. If you have finished, check again.";
        GoOn: "继续去核验" | "繼續前往核實" | "Go on with the check";
        CheckAgain: "我已完成，再查一次" | "我已完成，再查一次" | "I have finished, check again";
        AnotherWay: "换一种方式" | "換一種方式" | "Choose another way";
        TryAgain: "重新选择方式并核验" | "重新選擇方式並核實" | "Choose a way and try again";
        CancelledTitle: "您取消了核验" | "你已取消核實" | "You cancelled the check";
        CancelledText: "什么都没有提交。可以再试一次，或者换一种方式。" | "並未提交任何資料。可以再試一次，或換一種方式。" | "Nothing was submitted. Try again, or choose another way.";
        ExpiredTitle: "核验超时了" | "核實已逾時" | "The check timed out";
        ExpiredText: "请再核验一次，这次尽量不要离开页面。" | "請再核實一次，過程中盡量不要離開頁面。" | "Please try again, and stay on the page this time.";
        FailedTitle: "核验没有通过" | "核實未能通過" | "The check did not pass";
        RefusedTitle: "这次返回没有被接受" | "這次返回未獲接受" | "This return was not accepted";
        ForgedText: "它不是从您刚才的核验页面回来的。为了安全，请从头核验一次；不要打开别人发来的链接。" | "它並非由你剛才的核實頁面返回。為安全起見，請重新核實；請勿開啟他人傳來的連結。" | "It does not come from the check you started. To be safe, start the check again, and do not open links that others send you.";
        ReplayedText: "这次核验已经用过一次，不能再用。请再核验一次。" | "這次核實已使用過，不能再用。請再核實一次。" | "This check has been used already and cannot be used again. Please start a new one.";
        NothingTitle: "没有正在进行的核验" | "沒有正在進行的核實" | "No check is under way";
        NothingText: "请从要办的事项开始；不要打开别人发来的核验链接。" | "請由要辦的事項開始；請勿開啟他人傳來的核實連結。" | "Start from the service you need, and do not open check links that others send you.";
        PhoneTitle: "用短信验证码核验" | "以短訊驗證碼核實" | "Check by SMS code";
        PhoneText: "我们会把验证码发到这个号码。" | "我們會將驗證碼發送至此號碼。" | "We send a code to this number.";
        PhoneLabel: "手机号码" | "手機號碼" | "Mobile number";
        PhoneHint: "要用您实名登记的号码" | "須為你以實名登記的號碼" | "The one registered in your name";
        PhoneWrong: "请输入 11 位手机号码" | "請輸入 11 位手機號碼" | "Enter the 11 digits of your mobile number";
        SendCode: "发送验证码" | "發送驗證碼" | "Send the code";
        CodeTitle: "输入验证码" | "輸入驗證碼" | "Enter the code";
        CodeLabel: "短信验证码" | "短訊驗證碼" | "Code from the SMS";
        CodeHint: "{n} 位数字，已发送到 {phone}" | "{n} 位數字，已發送至 {phone}" | "{n} digits, sent to {phone}";
        CodeWrong: "请输入短信里的 {n} 位数字" | "請輸入短訊內的 {n} 位數字" | "Enter the {n} digits of the SMS";
        CodeConfirm: "确认" | "確認" | "Confirm";
        CodeAgain: "重新发送验证码" | "重新發送驗證碼" | "Send another code";
        CodeSoon: "{n} 秒后可以重新发送" | "{n} 秒後可重新發送" | "Another code can be sent in {n} seconds";
        CodeOften: "稍后可以重新发送" | "稍後可重新發送" | "Another code can be sent shortly";
        PasswordTitle: "用政务账号密码核验" | "以政務帳號密碼核實" | "Check by your account's password";
        AccountLabel: "账号名或手机号码" | "帳號名稱或手機號碼" | "Account name or mobile number";
        AccountMissing: "请输入账号名或手机号码" | "請輸入帳號名稱或手機號碼" | "Enter your account name or mobile number";
        PasswordLabel: "密码" | "密碼" | "Password";
        PasswordHint: "可以粘贴。想不起来，就换一种方式。" | "可以貼上。如想不起來，請換一種方式。" | "You can paste it. If you cannot recall it, choose another way.";
        PasswordMissing: "请输入密码" | "請輸入密碼" | "Enter your password";
        AskUnknownTitle: "这里不支持这种方式" | "這裏不支援這種方式" | "This way is not supported here";
        AskUnknownText: "请换一种方式核验。" | "請換一種方式核實。" | "Please choose another way.";
        Interrupted: "核验时应用切到了后台，所以中断了。请保持页面打开再试一次。" | "核實期間應用程式轉到背景，因而中斷。請保持頁面開啟再試。" | "The app went to the background during the check. Keep the page open and try again.";
        NoCamera: "没有摄像头权限。请在手机设置里允许使用摄像头，或者换一种方式。" | "沒有相機權限。請在手機設定中允許使用相機，或換一種方式。" | "The camera is not allowed. Allow it in the phone's settings, or choose another way.";
        NoRecording: "这个浏览器不能录像。请换手机自带的浏览器，或者换一种方式。" | "此瀏覽器無法錄影。請改用手機內置瀏覽器，或換一種方式。" | "This browser cannot record. Use the phone's own browser, or choose another way.";
        NotLive: "没有认出是本人在镜头前。请到光线好的地方，摘下口罩再试一次。" | "未能辨認你在鏡頭前。請到光線充足處，除下口罩再試。" | "We could not see you live. Find good light, take off any mask and try again.";
        Mismatch: "姓名和证件号码对不上。请核对后再试。" | "姓名與證件號碼不符。請核對後再試。" | "Name and number do not match. Check them and try again.";
        NotSamePerson: "与证件照片不像同一个人。请本人再试，或者换一种方式。" | "與證件照片不似同一人。請本人再試，或換一種方式。" | "The face does not match the photo on record. Try again yourself, or choose another way.";
        TooManyTries: "试的次数太多了。请过一会儿再试，或者换一种方式。" | "嘗試次數過多。請過一會再試，或換一種方式。" | "Too many tries. Wait a while, or choose another way.";
        SourceDown: "核验平台的数据源暂时连不上。请过几分钟再试，或者换一种方式。" | "核實平台的資料來源暫時無法連接。請過幾分鐘再試，或換一種方式。" | "The provider's source is away. Try again in a few minutes, or choose another way.";
        NoPhoto: "系统里没有您的照片，人脸要由工作人员核验：请到办事窗口。也可以换一种不用人脸的方式。" | "系統沒有你的照片，人臉須由職員核實：請到服務窗口。亦可換一種不用人臉的方式。" | "There is no photo of you on record, so an officer has to check your face: visit a service window. Or choose a way without a face.";
        GuardianNeeded: "未满 14 周岁使用人脸识别，要先由监护人同意；也可以由监护人陪同到窗口办理。" | "未滿 14 歲使用人臉識別，須先由監護人同意；亦可由監護人陪同到窗口辦理。" | "Under 14, face recognition needs a guardian’s consent first. You can also go to a window together.";
        OtherPerson: "通过核验的不是正在办理的人，所以没有算数。这份申请还是原来那个人的；请由本人核验。" | "通過核實的並非正在辦理的人，因此未獲接納。此申請仍屬原來的人；請由本人核實。" | "Whoever passed the check is not the person who is applying, so it did not count. The application stays with its owner, who has to pass it themselves.";
        OtherReason: "请再试一次，或者换一种方式。" | "請再試一次，或換一種方式。" | "Try again, or choose another way.";
    }
}
