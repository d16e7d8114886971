//! What components themselves say, on whatever page they stand.

crate::words! {
    /// Words of the components.
    Ui {
        Back: "返回" | "返回" | "Back";
        Close: "关闭" | "關閉" | "Close";
        Show: "显示" | "顯示" | "Show";
        Hide: "隐藏" | "隱藏" | "Hide";
        ShowWhat: "显示{name}" | "顯示{name}" | "Show {name}";
        HideWhat: "隐藏{name}" | "隱藏{name}" | "Hide {name}";
        Change: "修改" | "更改" | "Change";
        ChangeWhat: "修改{name}" | "更改{name}" | "Change {name}";
        Loading: "正在加载，请稍候" | "載入中，請稍候" | "Loading, please wait";
        Retry: "再试一次" | "再試一次" | "Try again";
        Optional: "选填" | "選填" | "Optional";
        ProblemPrefix: "请改正：" | "請更正：" | "Please correct: ";
        Progress: "办理进度" | "辦理進度" | "Progress";
        StepOf: "第 {n} 步，共 {total} 步：{name}" | "第 {n} 步，共 {total} 步：{name}" | "Step {n} of {total}: {name}";

        DisplaySettings: "长辈版、语言和外观" | "長者版、語言及外觀" | "Large text, language and theme";
        ElderMode: "长辈版" | "長者版" | "Large text";
        ElderHint: "更大的字、更大的按钮，内容不变" | "字體和按鈕更大，內容不變" | "Bigger words and buttons, the same content";
        Language: "语言" | "語言" | "Language";
        LanguageShort: "中 / EN" | "中 / EN" | "中 / EN";
        ThemeName: "外观" | "外觀" | "Theme";
        ThemeAuto: "跟随设备" | "跟隨裝置" | "Same as the device";
        ThemeLight: "浅色" | "淺色" | "Light";
        ThemeDark: "深色" | "深色" | "Dark";

        Yes: "是" | "是" | "Yes";
        No: "否" | "否" | "No";
        ChooseOne: "请选择" | "請選擇" | "Please choose";
        YuanSign: "元" | "元" | "CNY";
        FilledBy: "由{name}填写" | "由{name}填寫" | "Filled by {name}";
        Computed: "由系统根据您填的内容算出" | "由系統按你填寫的內容計算" | "Worked out from your answers";
        Bundle: "一件事" | "一件事" | "One go";
        BundleOf: "{services} 个事项，{agencies} 个部门，一次办" | "{services} 個事項，{agencies} 個部門，一次辦" | "{services} services of {agencies} departments in one go";
        MoreRows: "再看 {n} 个" | "再看 {n} 個" | "Show {n} more";
        UsedBy: "填一次，{names} 都用" | "填寫一次，{names} 共用" | "Asked once for {names}";
        FilledLocked: "由{name}填写，不能修改" | "由{name}填寫，不能更改" | "Filled by {name}, cannot be changed";
        NotGiven: "未填写" | "未填寫" | "Not given";
        LevelA: "已核验 · A 级" | "已核實 · A 級" | "Verified · level A";
        LevelB: "窗口核验 · B 级" | "櫃位核實 · B 級" | "Verified at a window · level B";
        LevelC: "本人上传 · C 级" | "本人上載 · C 級" | "Uploaded by you · level C";
        LevelD: "本人申报 · D 级" | "本人申報 · D 級" | "Declared by you · level D";
        ImpliesBirth: "出生日期 {date}" | "出生日期 {date}" | "Born {date}";
        ImpliesMale: "男" | "男" | "male";
        ImpliesFemale: "女" | "女" | "female";

        CheckAsking: "正在核对…" | "正在核對…" | "Checking…";
        CheckPassed: "核对过了，可以用" | "已核對，可以使用" | "Checked, this can be used";
        CheckUnknown: "现在核对不了，可以继续填写，提交时会再核对。" | "現時未能核對，可以繼續填寫，提交時會再核對。" | "This cannot be checked now. You can go on; it is checked again when you submit.";
        CheckAgain: "再核对一次" | "再核對一次" | "Check again";
        CheckTry: "可以改用：" | "可以改用：" | "You could use: ";
        DateOf: "日期" | "日期" | "Date";
        TimeOf: "时间" | "時間" | "Time";
        TimePick: "从钟表选择" | "從時鐘選擇" | "Pick from a clock";
        RangeFrom: "开始日期" | "開始日期" | "From";
        RangeTo: "结束日期" | "結束日期" | "To";
        RangeWords: "{from} 至 {to}" | "{from} 至 {to}" | "{from} to {to}";

        CertificateOther: "用其他证件" | "使用其他證件" | "Another one";
        CertificateNumber: "证件编号" | "證件編號" | "Its number";
        CertificateIssued: "{name} · {date} 签发" | "{name} · {date} 簽發" | "{name} · issued on {date}";
        AddressProvince: "省份" | "省份" | "Province";
        AddressCity: "城市" | "城市" | "City";
        AddressDistrict: "区县" | "區縣" | "District";
        AddressStreet: "街道" | "街道" | "Subdistrict";
        AddressDetail: "详细地址" | "詳細地址" | "Street, number, flat";
        AddressFirst: "请先填上一级" | "請先填上一級" | "The above first";
        AddressFailed: "现在读不到列表，可以自己填写。" | "現時未能讀取列表，可自行填寫。" | "The list cannot be read right now. You can type it in.";
        AddressSplit: "已分好省市区，请核对" | "已分好省市區，請核對" | "The address was split into its parts. Please check them";

        HintExample: "{hint}；例如 {example}" | "{hint}；例如 {example}" | "{hint}. For example: {example}";
        Example: "例如 {example}" | "例如 {example}" | "For example: {example}";

        FindOpen: "打开选项" | "打開選項" | "Show the options";
        FindCount: "找到 {n} 项" | "找到 {n} 項" | "{n} options";
        FindNone: "没有找到“{text}”，请换个说法，或清空后从列表中选择" | "找不到「{text}」，請轉用其他字詞，或清除後從列表選擇" | "Nothing matches “{text}”. Try other words, or clear it and choose from the list";
        FindHint: "输入几个字查找" | "輸入幾個字查找" | "Type to find it";
        FindAmong: "在 {n} 项中查找" | "在 {n} 項中查找" | "Find among {n}";
        FindChosen: "已选 {n} 项" | "已選 {n} 項" | "{n} chosen";
        FindMore: "再显示 {n} 项" | "再顯示 {n} 項" | "Show {n} more";

        FileChoose: "拍照或选择文件" | "拍照或選擇檔案" | "Take a photo or choose a file";
        FileAgain: "换一个文件" | "更換檔案" | "Choose another file";
        FileMore: "再加一个文件" | "再加一個檔案" | "Add another file";
        FileLimits: "支持 {types}，每个不超过 {size}" | "支援 {types}，每個不超過 {size}" | "{types}, up to {size} each";
        FileTooLarge: "{name} 超过 {size}，请压缩后再上传" | "{name} 超過 {size}，請壓縮後再上載" | "{name} is larger than {size}. Please make it smaller and try again";
        FileWrongType: "{name} 的格式不支持，请换成 {types}" | "{name} 的格式不支援，請換成 {types}" | "{name} is of another type. Please use {types}";
        FileUploading: "正在上传" | "上載中" | "Uploading";
        FileShare: "正在上传 {n}%" | "上載中 {n}%" | "Uploading {n}%";
        FileUploadingWhat: "正在上传 {name}" | "正在上載 {name}" | "Uploading {name}";
        FileCancel: "取消上传 {name}" | "取消上載 {name}" | "Cancel the upload of {name}";
        FileUploaded: "已上传" | "已上載" | "Uploaded";
        FileRemove: "删除{name}" | "刪除{name}" | "Remove {name}";

        RowAdd: "添加{name}" | "新增{name}" | "Add {name}";
        RowRemove: "删除{name} {n}" | "刪除{name} {n}" | "Remove {name} {n}";
        RowName: "{name} {n}" | "{name} {n}" | "{name} {n}";
        RowRemoved: "已删除{name} {n}" | "已刪除{name} {n}" | "{name} {n} was removed";

        RowUndo: "撤销删除{name} {n}" | "撤銷刪除{name} {n}" | "Put {name} {n} back";
        RowBack: "{name} {n} 已恢复" | "{name} {n} 已恢復" | "{name} {n} is back";
        RowUp: "把{name} {n} 上移一位" | "把{name} {n} 上移一位" | "Move {name} {n} up";
        RowDown: "把{name} {n} 下移一位" | "把{name} {n} 下移一位" | "Move {name} {n} down";
        RowMoved: "已移到第 {n} 位" | "已移至第 {n} 位" | "Moved, now number {n}";
        RowsShown: "共 {total} 条，现在显示第 {from} 至 {to} 条" | "共 {total} 項，現在顯示第 {from} 至 {to} 項" | "{total} in all, showing {from} to {to}";
        RowsBefore: "显示前面 {n} 条" | "顯示前面 {n} 項" | "Show the {n} before";
        RowsAfter: "再显示 {n} 条" | "再顯示 {n} 項" | "Show {n} more";
        RowsJump: "跳到第几条" | "跳至第幾項" | "Go to number";
        RowsGo: "跳转" | "前往" | "Go";
        Undo: "撤销" | "撤銷" | "Undo";

        SignHow: "请用手指、笔或鼠标在框里签名" | "請用手指、筆或滑鼠在框內簽名" | "Sign in the box with a finger, a pen or the mouse";
        SignTypedHow: "输入的姓名会作为签名提交" | "輸入的姓名會作為簽名提交" | "The name you type is submitted as your signature";
        SignSheet: "签名框" | "簽名框" | "Your signature goes here";
        SignName: "您的姓名" | "你的姓名" | "Your name";
        SignUndo: "撤销一笔" | "撤銷一筆" | "Undo a stroke";
        SignType: "改为输入姓名" | "改為輸入姓名" | "Type my name instead";
        SignDraw: "改为手写" | "改為手寫" | "Draw it instead";
        SignUse: "使用这个签名" | "使用這個簽名" | "Use this signature";
        SignYours: "您的签名" | "你的簽名" | "Your signature";

        SourceIssued: "{date}签发" | "{date}簽發" | "Issued {date}";
        SourceExpires: "{date}到期" | "{date}到期" | "Expires {date}";
        SourceExpired: "{date}已过期" | "{date}已過期" | "Expired {date}";
        SourceLasting: "长期有效" | "長期有效" | "Does not expire";
        SourceReading: "正在读取" | "讀取中" | "Reading";
        TagEmpty: "没有记录" | "沒有記錄" | "No record";
        TagUnavailable: "暂时读不到" | "暫時未能讀取" | "Cannot be read now";
        TagExpired: "已过期" | "已過期" | "Expired";
        TagRefused: "您未授权" | "你未授權" | "You did not agree";
        EmptyText: "这里没有您的记录，请自己填写下面的内容" | "這裏沒有你的記錄，請自行填寫以下內容" | "It has no record of you. Please fill in the items below yourself";
        UnavailableText: "现在连不上这个数据来源。可以再试一次，也可以自己填写" | "現時未能連接此資料來源。可以再試一次，亦可自行填寫" | "It cannot be reached right now. Try again, or fill in the items yourself";
        ExpiredText: "这张证照已过期，请核对并自己填写" | "此證件已過期，請核對並自行填寫" | "This certificate has expired. Please check and fill in the items yourself";
        RefusedText: "您没有同意读取，相关内容请自己填写" | "你沒有同意讀取，有關內容請自行填寫" | "You did not agree to have it read. Please fill in the items yourself";
        TypeByHand: "自己填写" | "自行填寫" | "Fill in by hand";
        ReadAgain: "重新读取" | "重新讀取" | "Read again";
        Unfold: "展开 {n} 项" | "展開 {n} 項" | "Show {n} items";
        Fold: "收起" | "收起" | "Fold";
        YouChanged: "您修改过" | "你更改過" | "Changed by you";

        BannerFilled: "{total} 项已为您填好 {filled} 项" | "{total} 項已為你填好 {filled} 項" | "{filled} of {total} items filled for you";
        BannerOpen: "还有 {open} 项需要您填写" | "還有 {open} 項需要你填寫" | "{open} to go";
        BannerDone: "全部填好了，请核对" | "全部填好了，請核對" | "All done, please check";
        BannerByHand: "共 {total} 项，请填写" | "共 {total} 項，請填寫" | "{total} items to fill in";

        RulesDone: "已核对 {done} 条，共 {n} 条" | "已核對 {done} 條，共 {n} 條" | "{done} of {n} checked";
        RulePending: "正在核对" | "核對中" | "Checking";
        RulePassed: "通过" | "通過" | "Passed";
        RuleFailed: "未通过" | "未通過" | "Not passed";
        RuleUnsure: "需要人工核对" | "需要人手核對" | "A person has to look";

        DocNumber: "编号" | "編號" | "No.";
        DocIssued: "签发日期" | "簽發日期" | "Date of issue";
        DocValid: "有效期至" | "有效期至" | "Valid until";
        DocVerify: "验真码" | "驗真碼" | "Verification code";
        DocPrint: "打印" | "列印" | "Print";
        DocSeal: "电子印章" | "電子印章" | "Electronic seal";

        TimelineName: "办理记录" | "辦理記錄" | "What happened";
        StarN: "{n} 星：{name}" | "{n} 星：{name}" | "{n} of 5 stars: {name}";
        CharsLeft: "还可输入 {n} 字" | "還可輸入 {n} 字" | "{n} characters left";
        CharsOver: "超出 {n} 字" | "超出 {n} 字" | "{n} characters too many";
        FollowUpTitle: "接下来会怎样" | "接下來會怎樣" | "What happens next";
        FollowUpBy: "{date}前" | "{date}前" | "by {date}";
        Done: "已完成" | "已完成" | "Done";

        SearchClear: "清除" | "清除" | "Clear";
        ModeAutoFill: "秒报" | "秒報" | "Fills itself";
        ModeInstant: "秒批" | "秒批" | "Decided at once";
        ModeBoth: "秒报秒批" | "秒報秒批" | "Fills itself, decided at once";
        ModeProactive: "主动服务" | "主動服務" | "Offered to you";
        ModeManual: "人工办理" | "人手辦理" | "Handled by an officer";
        KnownOf: "{total} 项已知 {known} 项" | "{total} 項已知 {known} 項" | "{known} of {total} items known";
        NothingToFill: "无需填写" | "無需填寫" | "Nothing to fill in";
        AboutMinutes: "约 {n} 分钟" | "約 {n} 分鐘" | "about {n} min";
        HowShared: "自动读取" | "自動讀取" | "Read for you";
        HowAsked: "需要填写" | "需要填寫" | "You answer";
        HowUpload: "需要上传" | "需要上載" | "You upload";
        StatusChecking: "正在核对" | "核對中" | "Being checked";
        StatusApproved: "已批准" | "已批准" | "Approved";
        StatusRejected: "未通过" | "未通過" | "Not approved";
        StatusManual: "人工办理中" | "人手辦理中" | "With an officer";
        CanRate: "待评价" | "待評價" | "Not rated yet";

        ConsentReads: "会读取" | "會讀取" | "What is read";
        ConsentFor: "用于" | "用於" | "What for";
        ConsentKept: "保存" | "保存" | "Kept";
        ConsentAgree: "同意读取{name}" | "同意讀取{name}" | "Agree to read {name}";
        ConsentRefused: "不同意也可以：" | "不同意也可以：" | "You may refuse: ";

        ErrorsTitle: "还有 {n} 处需要改正" | "還有 {n} 處需要更正" | "{n} to correct";
        OfflineNow: "网络断开了，已填的内容都在，连上后会继续" | "網絡已中斷，已填的內容都在，連線後會繼續" | "You are offline. What you filled in is kept and goes on when you are back";
        OtherWays: "也可以这样办" | "亦可這樣辦理" | "Other ways";
        Hotline: "拨打 {number}" | "致電 {number}" | "Call {number}";
        HoursName: "时间" | "時間" | "Hours";
        AddressName: "地址" | "地址" | "Address";
    }
}
