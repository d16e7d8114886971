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
        CsrfNeededDetail: "这次请求缺少防伪令牌，或令牌已过期。请刷新页面再试。" | "這次請求缺少防偽權杖，或權杖已過期。請重新載入頁面再試。" | "The token against forged requests is missing or old. Please load the page again.";
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

        // A guardian's consent.
        GuardianConsent: "监护人单独同意使用孩子的人脸识别" | "監護人單獨同意使用孩子的人臉識別" | "A guardian's separate consent to the use of the child's face";
        GuardianFaceDetail: "请监护人看过说明后，勾选单独同意。" | "請監護人看過說明後，勾選單獨同意。" | "Please read the terms and tick the separate consent.";
        GuardianNotNeededTitle: "不需要监护人同意" | "不需要監護人同意" | "No guardian is needed";
        GuardianNotNeededDetail: "这次核验不是因为缺少监护人同意而结束的。请重新核验。" | "這次核實並非因缺少監護人同意而結束。請重新核實。" | "This check did not end for want of a guardian. Please do the check again.";
        NotGuardianTitle: "登记里没有写明您是监护人" | "登記中沒有列明你是監護人" | "No register names you as the guardian";
        NotGuardianDetail: "只有户籍登记里的监护人可以同意。请让监护人用自己的身份核验，或者陪同孩子到窗口办理。" | "只有戶籍登記中的監護人可以同意。請讓監護人以自己的身分核實，或陪同孩子到窗口辦理。" | "Only a guardian whom the household register names can agree. Let them prove who they are, or go to a window together.";

        // Acting for somebody else.
        ActingBasis: "依据{source}" | "根據{source}" | "By the record: {source}";
        ActingUnknown: "登记里查不到您可以为此人办理" | "登記中查不到你可以為此人辦理" | "No register says that you may act for this person";
        ActingNotAllowedTitle: "这件事只能本人办理" | "此事只能由本人辦理" | "Only the person themselves can apply for this";
        ActingNotAllowedDetail: "请先结束代办，再办自己的事；对方不方便上网的，可以到办事窗口办理。" | "請先結束代辦，再辦理自己的事；對方不便上網的，可前往服務窗口辦理。" | "Stop acting to apply for yourself. If the person cannot use the internet, a service window helps.";
        ActingNotAllowedWhy: "您正在为他人办理，这件事不能代办。" | "你正在為他人辦理，此事不能代辦。" | "You are acting for somebody else, and this cannot be done for others.";
        ActingStopInstead: "要办自己的事，请结束代办" | "如要辦理自己的事，請結束代辦" | "To apply for yourself, stop acting for the other person";
        ActingWindowInstead: "对方不方便上网的，可以到办事窗口办理" | "對方不便上網的，可前往服務窗口辦理" | "If the person cannot use the internet, a service window helps";
        ActingChangedTitle: "办理的对象变了" | "辦理的對象已改變" | "You are acting for somebody else by now";
        ActingChangedDetail: "您可能在另一个页面换了办理的对象。请刷新页面，看清楚为谁办理后再继续。" | "你可能在另一個頁面更換了辦理的對象。請重新載入頁面，看清楚為誰辦理後再繼續。" | "You may have changed that on another page. Reload this page and check for whom you apply before you go on.";
        ForOtherGrants: "为他人办理时，核验身份不读取您自己的信息" | "為他人辦理時，核實身分不會讀取你自己的資料" | "When you act for somebody else, nothing of your own is read";

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
        IdentityExpiredDetail: "验证没有在时间内完成，请重新开始。" | "驗證未有在時限內完成，請重新開始。" | "The check was not finished in time. Please start again.";
        TicketEndedTitle: "这次验证已经结束" | "今次驗證已經結束" | "This check is already over";
        TicketEndedDetail: "请回到办事页面继续。" | "請返回辦事頁面繼續。" | "Please go back to the page you came from.";
        ProviderDownTitle: "认证平台暂时连不上" | "認證平台暫時未能連線" | "The identity provider cannot be reached";
        ProviderDownDetail: "请稍后再试，或换一种方式。" | "請稍後再試，或改用其他方式。" | "Please try again in a moment, or choose another way.";
        SmsWrong: "验证码不对，请对照最新的一条短信，还可以再试 {n} 次" | "驗證碼不正確，請對照最新的一則短訊，還可再試 {n} 次" | "That is not the code. Check the latest SMS; {n} tries are left";
        SmsPhone: "请输入 11 位手机号码" | "請輸入 11 位手機號碼" | "Enter the 11 digits of your mobile number";
        SmsDemoPhone: "这是演示，可以用 {phone}。不会真的发短信。" | "這是示範，可用 {phone}。不會真的發送短訊。" | "This is a demo: {phone} works. No SMS is really sent.";
        SmsDemoCode: "这是演示，短信里的验证码是 {code}。" | "這是示範，短訊內的驗證碼是 {code}。" | "This is a demo: the SMS would say {code}.";
        SmsDemoNobody: "这是演示，这个号码没有登记，收不到验证码。" | "這是示範，此號碼沒有登記，不會收到驗證碼。" | "This is a demo: nobody has registered this number, so no code is sent to it.";

        SessionName: "本次登录期间已核验" | "本次登入期間已核實" | "Already checked in this session";
        PasswordDemo: "这是演示，可以用账号 {account}，密码 {password}。" | "這是示範，可用帳號 {account}，密碼 {password}。" | "This is a demo: the account {account} has the password {password}.";
        PasswordWrong: "账号或密码不对，还可以再试 {n} 次" | "帳號或密碼不正確，還可再試 {n} 次" | "The account or the password is not right. Tries left: {n}";
        StepUpPurpose: "用人脸再确认一次是您本人，没有读取其他信息" | "以人臉再確認一次是你本人，沒有讀取其他資料" | "To confirm by your face, once more, that it is you; nothing else is read";
        StepUpTitle: "要再核验一次身份" | "須再核實一次身份" | "One more identity check";
        StepUpDetail: "这件事要更可靠的核验方式。您填写的内容都在。" | "此事需要更可靠的核實方式。你填寫的內容都在。" | "This needs a surer check than the one you passed. Nothing you typed is lost.";
        MethodTooLow: "这种方式不够，请换一种" | "這種方式不足夠，請換一種" | "This way is not sure enough; please choose another";

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

        // Bundles and matters.
        BundleChangedTitle: "这件事的办法已更新" | "此事的辦法已更新" | "How this is done has changed";
        BundleChangedDetail: "要办的事项与提交的不一致。请回到指引重新看一遍，您填写的内容会保留。" | "要辦的事項與提交的不一致。請返回指引再看一遍，你填寫的內容會保留。" | "The services needed are not those that were submitted. Please go through the guide again; what you typed is kept.";
        PartWaiting: "等{names}办好后自动开始" | "待{names}辦妥後自動開始" | "Starts by itself after: {names}";
        PartRunning: "{agency}正在办理" | "{agency}正在辦理" | "{agency} is working on it";
        PartAsking: "等待 {n} 个人确认" | "等待 {n} 人確認" | "Waiting for confirmation ({n})";
        PartRefused: "有人没有同意，这一项没有办理" | "有人沒有同意，這一項沒有辦理" | "Somebody did not agree, so this was not done";
        PartNotSent: "没有送到{agency}，请再送一次。您不用重新填写。" | "未能送達{agency}，請再送一次。你不用重新填寫。" | "It did not reach {agency}. Please send it again; there is nothing to fill in anew.";
        PartBlocked: "{name}没有办成，所以这一项没有开始" | "{name}未能辦妥，所以這一項沒有開始" | "Not begun, because this was not granted: {name}";
        MatterRunning: "已办好 {done} / {total} 项" | "已辦妥 {done} / {total} 項" | "{done} of {total} done";
        MatterNeedsYou: "有一步需要您处理" | "有一步需要你處理" | "There is something for you to do";
        MatterPartly: "办好 {done} 项，{n} 项没有办成" | "辦妥 {done} 項，{n} 項未能辦成" | "{done} done, {n} not granted";
        MatterDone: "{total} 项全部办好" | "{total} 項全部辦妥" | "All {total} done";
        NotYetDelivered: "全部办完以后才能选择领取方式。" | "全部辦完以後才能選擇領取方式。" | "How to receive things can be chosen once all of it is done.";
        DeliveredTitle: "已经确认收到" | "已經確認收到" | "Already received";
        DeliveredDetail: "您已经确认收到全部材料，不能再改领取方式。" | "你已經確認收到全部材料，不能再更改領取方式。" | "You said that everything has arrived, so the way cannot be changed any more.";
        NotPartyTitle: "这个代码不是给您的" | "此代碼不是給你的" | "This code is not for you";
        NotPartyDetail: "只有代码对应的人核验身份后才能查看和确认。" | "只有代碼對應的人核實身份後才能查看和確認。" | "Only the person it was made for can see and confirm it, after proving who they are.";
        ShareUnknownDetail: "请核对对方发给您的代码。" | "請核對對方發給你的代碼。" | "Please check the code that you were given.";
        ShareOverDetail: "您已经答复过，不用再做什么。" | "你已經答覆，不用再做甚麼。" | "You have answered already; there is nothing more to do.";

        // Ratings.
        AlreadyRatedTitle: "已经评价过了" | "已經評價過了" | "Already rated";
        AlreadyRatedDetail: "每件事只能评价一次，办结后可以追评一次。" | "每件事只能評價一次，辦結後可追加評價一次。" | "A matter is rated once, and once more after it is closed.";
        NotYetRatedDetail: "出结果以后才能评价。" | "有結果之後才能評價。" | "It can be rated once there is a result.";
        TagsChangedTitle: "评价选项已更新" | "評價選項已更新" | "The rating options have changed";
        TagsChangedDetail: "请重新打开评价页面。" | "請重新開啟評價頁面。" | "Please open the rating again.";
        TextTooLong: "最多 {n} 个字" | "最多 {n} 個字" | "At most {n} characters";

        // Passkeys.
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
