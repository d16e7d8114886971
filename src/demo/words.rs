//! What the demo backend says of its own: problems, messages, the lines of a timeline. What a service, a certificate or a rule says is
//! data. A table of its own, so that no byte of it enters the production build.

use crate::words;

words! {
    /// The demo backend's own sentences.
    Say {
        // Problems: a title and what to do.
        TryAgainTitle: "办理没有完成" | "未能完成" | "This did not work";
        InternalTitle: "系统出了点问题" | "系統出現問題" | "Something went wrong on our side";
        InternalDetail: "请稍后再试。您填写的内容没有丢失。" | "請稍後再試。你填寫的內容沒有遺失。" | "Please try again in a moment. Nothing you typed is lost.";
        NotFoundTitle: "没有找到" | "找不到" | "Not found";
        NotFoundDetail: "您要找的内容不存在，或者不属于您。" | "你要找的內容不存在，或不屬於你。" | "What you are looking for does not exist, or is not yours.";
        NotAllowedTitle: "不支持这种操作" | "不支援這種操作" | "This cannot be done here";
        NotAllowedDetail: "这个地址只支持：{methods}。" | "這個地址只支援：{methods}。" | "This address supports only: {methods}.";
        CsrfTitle: "请求被拒绝" | "請求被拒絕" | "Request refused";
        CsrfDetail: "修改数据的请求必须来自本应用。" | "修改資料的請求必須來自本應用程式。" | "A request that changes data has to come from this app.";
        MalformedTitle: "请求内容无法读取" | "無法讀取請求內容" | "The request could not be read";
        MalformedDetail: "请求正文不是有效的 JSON。" | "請求正文不是有效的 JSON。" | "The body is not valid JSON.";
        QueryDetail: "参数 {name} 的值无效。" | "參數 {name} 的值無效。" | "The value of the parameter {name} is not valid.";
        KeyMissingTitle: "缺少幂等键" | "缺少冪等鍵" | "Idempotency-Key is missing";
        KeyMissingDetail: "请带上 Idempotency-Key 请求头（1 至 255 个字符），这样重复发送也不会办两次。" | "請附上 Idempotency-Key 標頭（1 至 255 個字元），重複傳送也不會辦理兩次。" | "Send an Idempotency-Key header (1 to 255 characters), so that sending twice never does anything twice.";
        KeyReusedTitle: "幂等键已经用过" | "冪等鍵已經用過" | "Idempotency-Key was used before";
        KeyReusedDetail: "同一个幂等键已经用于另一份内容。" | "同一個冪等鍵已用於另一份內容。" | "The same key was already used for other content.";
        MediaTypeTitle: "不支持这种文件" | "不支援這種檔案" | "This kind of file is not accepted";
        MediaTypeDetail: "请上传 JPG、PNG 图片或 PDF 文件。" | "請上載 JPG、PNG 圖片或 PDF 檔案。" | "Please upload a JPG or PNG picture, or a PDF file.";
        JsonOnlyDetail: "请求正文应为 application/json。" | "請求正文應為 application/json。" | "The body has to be application/json.";
        TooLargeTitle: "文件太大" | "檔案太大" | "The file is too large";
        TooLargeDetail: "文件不能超过 {limit} MB，请压缩后再上传。" | "檔案不能超過 {limit} MB，請壓縮後再上載。" | "A file can have at most {limit} MB. Please make it smaller and upload it again.";
        TooManyFilesTitle: "上传的文件太多" | "上載的檔案太多" | "Too many files";
        TooManyFilesDetail: "最多可以保留 {limit} 个文件。" | "最多可保留 {limit} 個檔案。" | "At most {limit} files can be kept.";
        BytesOnlyDetail: "请求正文应为 application/octet-stream。" | "請求正文應為 application/octet-stream。" | "The body has to be application/octet-stream.";
        PartTooLargeTitle: "这一段太大" | "這一段太大" | "This part is too large";
        PartTooLargeDetail: "每一段最多 {limit} KB，也不能超出文件的大小。" | "每一段最多 {limit} KB，也不能超出檔案的大小。" | "A part can have at most {limit} KB and cannot go past the end of the file.";
        PartGapTitle: "这一段接不上" | "這一段接不上" | "This part does not fit on";
        PartGapDetail: "请从第 {received} 字节继续上传。" | "請從第 {received} 位元組繼續上載。" | "Please go on from byte {received}.";
        PartDiffersTitle: "文件内容有变化" | "檔案內容有變" | "The file has changed";
        PartDiffersDetail: "这一段与先前收到的不同，请重新上传整个文件。" | "這一段與先前收到的不同，請重新上載整個檔案。" | "This part is not the one that arrived before. Please upload the whole file again.";
        NoUploadsTitle: "这里不分段接收文件" | "這裏不分段接收檔案" | "Files are not taken in parts here";
        NoUploadsDetail: "请一次上传整个文件。" | "請一次上載整個檔案。" | "Please upload the whole file at once.";
        EmptyFileDetail: "文件是空的，请重新选择。" | "檔案是空的，請重新選擇。" | "The file is empty. Please choose it again.";
        NoDraftsTitle: "这里不保存草稿" | "這裏不儲存草稿" | "No drafts are kept here";
        NoDraftsDetail: "您填写的内容还在页面上，请尽快提交。" | "你填寫的內容仍在頁面上，請盡快提交。" | "What you typed is still on the page. Please submit it soon.";
        RateLimitedTitle: "操作太频繁" | "操作太頻密" | "Too many requests";
        RateLimitedDetail: "请等 {seconds} 秒再试。" | "請等 {seconds} 秒再試。" | "Please wait {seconds} seconds and try again.";

        DisputeRule: "核对您注明有误的信息" | "核實你註明有誤的資料" | "What you say is wrong";
        DisputeLine: "{name}：{note}" | "{name}：{note}" | "{name}: {note}";
        DisputeExplain: "由工作人员与来源单位核对：{fields}" | "由職員與來源單位核實：{fields}" | "An officer checks it with where it comes from: {fields}";

        // Who is asking.
        SignInTitle: "请先验证身份" | "請先驗證身份" | "Please confirm who you are first";
        SignInDetail: "办理这件事需要先通过身份验证。" | "辦理此事需要先通過身份驗證。" | "This needs an identity check first.";
        SessionOverTitle: "登录已过期" | "登入已過期" | "Your session has ended";
        SessionOverDetail: "为了您的安全，请重新验证身份。您填写的内容已保存。" | "為保障你的安全，請重新驗證身份。你填寫的內容已儲存。" | "For your safety, please confirm who you are again. What you typed is saved.";
        ConsentNeededTitle: "需要您的授权" | "需要你的授權" | "Your consent is needed";
        ConsentNeededDetail: "没有您的有效授权，不能读取您的资料。" | "沒有你的有效授權，不能讀取你的資料。" | "Without your valid consent nothing about you can be read.";
        TermsChangedTitle: "授权条款已更新" | "授權條款已更新" | "The consent terms have changed";
        TermsChangedDetail: "请重新阅读并确认。" | "請重新閱讀並確認。" | "Please read and confirm them again.";
        FaceConsentTitle: "人脸识别需要单独同意" | "人臉辨識需要另行同意" | "Face recognition needs a separate consent";
        FaceConsentDetail: "请单独勾选同意人脸识别，或改用其他方式。" | "請另行勾選同意人臉辨識，或改用其他方式。" | "Please agree to face recognition separately, or choose another way.";
        ReturnRefusedTitle: "返回地址不受信任" | "返回地址不受信任" | "The return address is not trusted";
        ReturnRefusedDetail: "只能返回本应用自己的地址。" | "只能返回本應用程式自己的地址。" | "Only an address of this app can be returned to.";
        NoHandoffTitle: "这种方式需要到窗口办理" | "此方式需要到櫃位辦理" | "This way is offered at a window only";
        NoHandoffDetail: "请携带身份证件到服务窗口，或改用线上方式。" | "請帶同身份證明文件到服務櫃位，或改用網上方式。" | "Please bring your ID to a service window, or choose an online way.";
        ForgedTitle: "验证结果无法确认" | "無法確認驗證結果" | "The result could not be confirmed";
        ForgedDetail: "返回的信息与本次验证不符，请重新验证。" | "返回的資料與今次驗證不符，請重新驗證。" | "What came back does not belong to this check. Please start it again.";
        ReplayedTitle: "这次验证已经用过" | "今次驗證已經使用" | "This check was already used";
        ReplayedDetail: "每次验证只能使用一次。如需继续，请重新验证。" | "每次驗證只能使用一次。如要繼續，請重新驗證。" | "A check counts once. To go on, please start a new one.";
        IdentityExpiredTitle: "验证已超时" | "驗證已逾時" | "The check has timed out";
        IdentityExpiredDetail: "验证需在 10 分钟内完成，请重新开始。" | "驗證需在 10 分鐘內完成，請重新開始。" | "A check has to be finished within 10 minutes. Please start again.";
        TicketEndedTitle: "这次验证已经结束" | "今次驗證已經結束" | "This check is already over";
        TicketEndedDetail: "请回到办事页面继续。" | "請返回辦事頁面繼續。" | "Please go back to the page you came from.";
        SmsWrong: "验证码不对，请对照最新的一条短信，还可以再试 {n} 次" | "驗證碼不正確，請對照最新的一則短訊，還可再試 {n} 次" | "That is not the code. Check the latest SMS; {n} tries are left";
        SmsPhone: "请输入 11 位手机号码" | "請輸入 11 位手機號碼" | "Enter the 11 digits of your mobile number";
        SmsDemoPhone: "这是演示，可以用 {phone}。不会真的发短信。" | "這是示範，可用 {phone}。不會真的發送短訊。" | "This is a demo: {phone} works. No SMS is really sent.";
        SmsDemoCode: "这是演示，短信里的验证码是 {code}。" | "這是示範，短訊內的驗證碼是 {code}。" | "This is a demo: the SMS would say {code}.";
        SmsDemoNobody: "这是演示，这个号码没有登记，收不到验证码。" | "這是示範，此號碼沒有登記，不會收到驗證碼。" | "This is a demo: nobody has registered this number, so no code is sent to it.";
        Provider: "统一身份认证（演示）" | "統一身份認證（示範）" | "Identity check (demo)";

        // Ways of proving who one is.
        FaceName: "刷脸验证" | "人臉驗證" | "Face check";
        FaceText: "对着摄像头眨眨眼，约 10 秒。" | "面向鏡頭眨眨眼，約 10 秒。" | "Look into the camera and blink; about 10 seconds.";
        FaceConsent: "单独同意：人脸识别" | "另行同意：人臉辨識" | "Separate consent: face recognition";
        FaceUse: "只用于本次核验您是本人，与公安机关的证件照片比对。" | "只用於今次核實你是本人，與公安機關的證件照片比對。" | "Used only for this check that it is you, by comparison with your ID photo at public security.";
        FaceKept: "比对后立即删除人脸图像，只保留通过或未通过的结果。" | "比對後即時刪除人臉影像，只保留通過或不通過的結果。" | "The picture is deleted right after the comparison; only passed or not passed is kept.";
        FaceRights: "您可以不同意，改用其他方式或到窗口办理，办事结果不受影响。" | "你可以不同意，改用其他方式或到櫃位辦理，結果不受影響。" | "You may say no and use another way or a window instead; the result is the same.";
        FaceGuardian: "不满 14 周岁的，需要监护人同意并在场。" | "未滿 14 歲者，需要監護人同意並在場。" | "Under 14, a guardian has to agree and be present.";
        SmsName: "短信验证码" | "短訊驗證碼" | "SMS code";
        SessionName: "本次登录期间已核验" | "本次登入期間已核實" | "Already checked in this session";
        SmsText: "发送到您在政务平台登记的手机号。" | "傳送到你在政務平台登記的手機號碼。" | "Sent to the mobile number on record with the city.";
        PasswordName: "政务账号密码" | "政務帳號密碼" | "Account password";
        PasswordText: "用您在政务平台的账号名或手机号和密码。" | "用你在政務平台的帳號名稱或手機號碼和密碼。" | "The name or mobile number of your account with the city, and its password.";
        PasswordDemo: "这是演示，可以用账号 {account}，密码 {password}。" | "這是示範，可用帳號 {account}，密碼 {password}。" | "This is a demo: the account {account} has the password {password}.";
        PasswordWrong: "账号或密码不对，还可以再试 {n} 次" | "帳號或密碼不正確，還可再試 {n} 次" | "The account or the password is not right. Tries left: {n}";
        StepUpTitle: "要再核验一次身份" | "須再核實一次身份" | "One more identity check";
        StepUpDetail: "这件事要更可靠的核验方式。您填写的内容都在。" | "此事需要更可靠的核實方式。你填寫的內容都在。" | "This needs a surer check than the one you passed. Nothing you typed is lost.";
        MethodTooLow: "这种方式不够，请换一种" | "這種方式不足夠，請換一種" | "This way is not sure enough; please choose another";
        WindowName: "到窗口办理" | "到櫃位辦理" | "At a service window";
        WindowText: "带上身份证件，由工作人员核对。" | "帶同身份證明文件，由職員核對。" | "Bring your ID; a member of staff checks it.";

        // Forms and submissions.
        InvalidTitle: "有内容需要修改" | "有內容需要修改" | "Something needs to be corrected";
        InvalidDetail: "请修改标出的 {n} 处后再提交。" | "請修改標示的 {n} 處後再提交。" | "Please correct what is marked ({n}) and submit again.";
        LockedTitle: "有内容与证照不一致" | "有內容與證照不一致" | "Something differs from the certificate";
        LockedDetail: "标出的内容来自可信数据源，不能改成别的。如有错误，请联系发证机关更正。" | "標示的內容來自可信資料來源，不能更改。如有錯誤，請聯絡發證機關更正。" | "What is marked comes from a trusted source and cannot be changed here. If it is wrong, ask the issuing agency to correct it.";
        LockedValue: "应与{source}一致" | "應與{source}一致" | "Has to be the same as in {source}";
        FormChangedTitle: "表单已更新" | "表格已更新" | "The form has changed";
        FormChangedDetail: "这份表单有了新版本，请重新打开。您填写的内容会保留。" | "這份表格有新版本，請重新開啟。你填寫的內容會保留。" | "There is a new version of this form. Please open it again; what you typed is kept.";
        WrongShape: "填写的内容格式不对" | "填寫的內容格式不正確" | "This has the wrong format";
        UnknownAttachment: "文件没有上传成功，请重新上传" | "檔案未能上載，請重新上載" | "The file did not arrive, please upload it again";
        UnknownValue: "没有这个选项" | "沒有這個選項" | "There is no such value";

        // Prefill.
        SourceDown: "{name}暂时连不上，您可以重试，也可以自己填写。" | "{name}暫時未能連線，你可以重試，也可以自行填寫。" | "{name} cannot be reached right now. You can try again, or fill it in yourself.";
        SourceEmpty: "在{name}没有查到您的记录，请自己填写。" | "在{name}沒有查到你的記錄，請自行填寫。" | "{name} has no record of you. Please fill it in yourself.";
        SourceChoose: "您名下有 {count} 份{name}，请选一份，其余内容会自动填好。" | "你名下有 {count} 份{name}，請選一份，其餘內容會自動填好。" | "You hold {count} of these ({name}). Pick one, and the rest is filled in for you.";
        CertificateOver: "已于 {date} 过期，不能选用" | "已於 {date} 過期，不能選用" | "Expired on {date}; cannot be used";
        SourceExpired: "{name}已过有效期（{date}），内容仅供参考，请核对后修改。" | "{name}已過有效期（{date}），內容僅供參考，請核對後修改。" | "{name} expired on {date}. Please check what it says and change what is wrong.";
        SourceRefused: "您没有授权读取{name}，请自己填写。" | "你沒有授權讀取{name}，請自行填寫。" | "You did not allow reading {name}. Please fill it in yourself.";
        ExpiredNote: "来自过期证照，修改后以您填写的为准" | "來自過期證照，修改後以你填寫的為準" | "From an expired certificate; what you enter counts";

        // Decisions and their timeline.
        RuleRefused: "您没有授权查询{name}，需要工作人员核对。" | "你沒有授權查詢{name}，需要職員核對。" | "You did not allow {name} to be asked, so a member of staff has to look.";
        RuleDown: "{name}暂时连不上，需要工作人员核对。" | "{name}暫時未能連線，需要職員核對。" | "{name} could not be reached, so a member of staff has to look.";
        RuleUnsure: "现有数据不能确定，需要工作人员核对。" | "現有資料未能確定，需要職員核對。" | "The data does not settle it, so a member of staff has to look.";
        RuleFailed: "不符合这一条。" | "不符合這一項。" | "This condition is not met.";
        CheckingText: "正在核对：已完成 {done} / {total} 项" | "正在核對：已完成 {done} / {total} 項" | "Checking: {done} of {total} done";
        ManualText: "工作人员核对中，最晚 {date} 答复" | "職員核對中，最遲 {date} 答覆" | "With a member of staff, answer by {date}";
        LineSubmitted: "已提交申请" | "已提交申請" | "Application submitted";
        LineChecking: "开始自动核对，共 {n} 项" | "開始自動核對，共 {n} 項" | "Automatic check of {n} conditions started";
        LineApproved: "核对通过，已签发《{title}》" | "核對通過，已簽發《{title}》" | "All conditions met, “{title}” issued";
        LineApprovedBare: "核对通过，已批准" | "核對通過，已批准" | "All conditions met, approved";
        LineRejected: "有 {n} 项不符合，已出具《{title}》" | "有 {n} 項不符合，已發出《{title}》" | "{n} conditions not met, “{title}” issued";
        LineRejectedBare: "有 {n} 项不符合，未予批准" | "有 {n} 項不符合，不予批准" | "{n} conditions not met, not approved";
        LineManual: "转交{by}，最晚 {date} 答复" | "轉交{by}，最遲 {date} 答覆" | "Handed to {by}, answer by {date}";
        LineRated: "您评价了 {n} 星" | "你評價了 {n} 星" | "You rated it {n} stars";
        LineRatedAgain: "您追加评价了 {n} 星" | "你追加評價了 {n} 星" | "You added a rating of {n} stars";
        Office: "工作人员" | "職員" | "a member of staff";

        // Another device.
        LinkNotOfferedTitle: "这里不能换设备继续" | "這裏不能換裝置繼續" | "This cannot be continued on another device";
        LinkNotOfferedDetail: "请在这台设备上继续，或换一种方式。" | "請在此裝置繼續，或換一種方式。" | "Please go on here, or choose another way.";
        LinkUnknownTitle: "这个代码无效" | "此代碼無效" | "This code does not work";
        LinkUnknownDetail: "请核对电脑上显示的代码；代码 10 分钟后失效。" | "請核對電腦上顯示的代碼；代碼 10 分鐘後失效。" | "Please check the code on the computer; a code works for 10 minutes.";
        LinkOverTitle: "这个代码已经用过" | "此代碼已經使用" | "This code was already used";
        LinkOverDetail: "一个代码只能由一台设备使用一次。如需继续，请在电脑上重新开始。" | "一個代碼只能由一部裝置使用一次。如要繼續，請在電腦重新開始。" | "A code works once, on one device. To go on, please start again on the computer.";
        DeviceComputer: "电脑（{system}）上的 {browser}" | "電腦（{system}）上的 {browser}" | "{browser} on a computer ({system})";
        DevicePhone: "移动设备（{system}）上的 {browser}" | "流動裝置（{system}）上的 {browser}" | "{browser} on a mobile device ({system})";
        DeviceUnknown: "另一台设备" | "另一部裝置" | "another device";

        // Ratings.
        AlreadyRatedTitle: "已经评价过了" | "已經評價過了" | "Already rated";
        AlreadyRatedDetail: "每件事只能评价一次，办结后可以追评一次。" | "每件事只能評價一次，辦結後可追加評價一次。" | "A matter is rated once, and once more after it is closed.";
        NotYetRatedDetail: "出结果以后才能评价。" | "有結果之後才能評價。" | "It can be rated once there is a result.";
        TagsChangedTitle: "评价选项已更新" | "評價選項已更新" | "The rating options have changed";
        TagsChangedDetail: "请重新打开评价页面。" | "請重新開啟評價頁面。" | "Please open the rating again.";
        TextTooLong: "最多 {n} 个字" | "最多 {n} 個字" | "At most {n} characters";

        // Passkeys.
        DeviceName: "本机的面容、指纹或锁屏密码" | "本機的臉容、指紋或螢幕鎖密碼" | "This device: face, fingerprint or screen lock";
        DeviceText: "要先在这台设备上登记过。面容和指纹只留在设备里，不会传给任何人。" | "須先在此裝置登記。臉容和指紋只留在裝置內，不會傳給任何人。" | "For a device that you have set up here before. Your face and fingerprint stay in it and go to nobody.";
        PasskeySite: "秒办（演示）" | "秒辦（示範）" | "Miaoban (demo)";
        PasskeyUnknownTitle: "这台设备没有登记" | "此裝置沒有登記" | "This device is not set up here";
        PasskeyUnknownDetail: "没有找到它的登记，可能已经删除。请换一种方式验证，之后可以重新登记。" | "找不到它的登記，可能已經刪除。請改用其他方式驗證，之後可重新登記。" | "It is not on record; it may have been removed. Please prove who you are in another way; then you can set it up again.";
        PasskeyRefusedTitle: "这台设备没有通过验证" | "此裝置未能通過驗證" | "The proof of this device does not hold";
        PasskeyRefusedDetail: "请再试一次，或换一种方式。" | "請再試一次，或改用其他方式。" | "Please try again, or choose another way.";
        PasskeyClonedDetail: "这台设备的登记可能被复制过。请换一种方式验证，然后删除它并重新登记。" | "此裝置的登記可能曾被複製。請改用其他方式驗證，然後刪除並重新登記。" | "What this device has on record may have been copied. Please choose another way, then remove the device and set it up again.";
        PasskeyExistsTitle: "这台设备已经登记过" | "此裝置已經登記" | "This device is set up already";
        PasskeyExistsDetail: "不用再登记，下次可以直接使用。" | "不用再登記，下次可直接使用。" | "There is nothing more to do; it can be used next time.";
        PasskeysManyTitle: "登记的设备太多" | "登記的裝置太多" | "Too many devices";
        PasskeysManyDetail: "最多可以登记 {limit} 台，请先删除不用的。" | "最多可登記 {limit} 部，請先刪除不用的。" | "At most {limit} can be set up. Please remove one that you no longer use.";
    }
}
