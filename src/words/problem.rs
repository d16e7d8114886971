//! What to do about an answer that cannot be taken. Each sentence is an instruction, never a reproach.

crate::words! {
    /// Sentences for the problems of fields.
    FieldWords {
        Required: "请填写这一项" | "請填寫這一項" | "Fill this in";
        RequiredChoice: "请选择一项" | "請選擇一項" | "Choose one";
        RequiredChoices: "请至少选择一项" | "請至少選擇一項" | "Choose at least one";
        RequiredFile: "请上传这份材料" | "請上載這份文件" | "Upload this document";
        RequiredItem: "请至少添加一条" | "請至少新增一項" | "Add at least one";
        RequiredDate: "请填写日期，例如 2026-11-23" | "請填寫日期，例如 2026-11-23" | "Enter a date, for example 2026-11-23";
        TooShort: "请至少填写 {n} 个字" | "請至少填寫 {n} 個字" | "Enter at least {n} characters";
        TooLong: "请缩短到 {n} 个字以内" | "請縮短至 {n} 個字以內" | "Shorten this to {n} characters or fewer";
        TooSmall: "请填写不小于 {n} 的数" | "請填寫不小於 {n} 的數目" | "Enter {n} or more";
        TooLarge: "请填写不大于 {n} 的数" | "請填寫不大於 {n} 的數目" | "Enter {n} or less";
        Above: "请填写大于 {n} 的数" | "請填寫大於 {n} 的數目" | "Enter more than {n}";
        Below: "请填写小于 {n} 的数" | "請填寫小於 {n} 的數目" | "Enter less than {n}";
        NotAMultiple: "请填写 {n} 的倍数" | "請填寫 {n} 的倍數" | "Enter a multiple of {n}";
        Twice: "有两项内容相同，请修改或删去其中一项" | "有兩項內容相同，請更改或刪去其中一項" | "Two entries are the same. Change or remove one of them";
        Other: "请对照说明，检查这一项是否符合要求" | "請參照說明，檢查這一項是否符合要求" | "Check whether this is as the hint asks, and fits your other answers";
        NotANumber: "请填写数字，例如 1200" | "請填寫數字，例如 1200" | "Enter a number, for example 1200";
        NotAnInteger: "请填写整数，不带小数" | "請填寫整數，不含小數" | "Enter a whole number, without decimals";
        Pattern: "请对照说明，检查填写的格式" | "請參照說明，檢查填寫的格式" | "Check this against the example and the hint";
        NotAChoice: "请从给出的选项中选择" | "請從所列選項中選擇" | "Choose from the options listed";
        TooFew: "请至少添加或选择 {n} 项" | "請至少新增或選擇 {n} 項" | "Add or choose at least {n}";
        TooMany: "请最多保留 {n} 项" | "請最多保留 {n} 項" | "Keep no more than {n}";
        MustAgree: "请先阅读，同意后再勾选" | "請先細閱，同意後再剔選" | "Read this, and tick the box if you agree";
        NotADate: "请填写日历上有的日期，例如 2026-11-23" | "請填寫日曆上有的日期，例如 2026-11-23" | "Enter a date that exists, for example 2026-11-23";
        RequiredSignature: "请签名，然后按“使用这个签名”" | "請簽名，然後按「使用這個簽名」" | "Sign, then press “Use this signature”";
        RequiredAddress: "请填写地址" | "請填寫地址" | "Enter the address";
        RequiredDivision: "请选择或填写这一级" | "請選擇或填寫這一級" | "Choose or enter this part of the address";
        RequiredDetail: "请填写门牌号，例如 10 号 2 栋 301" | "請填寫門牌，例如 10 號 2 座 301" | "Enter the street number and flat, for example No. 10, Block 2, 301";
        RequiredTime: "请填写时间，例如 9:30" | "請填寫時間，例如 9:30" | "Enter a time, for example 9:30";
        NotATime: "请填写 0:00 至 23:59 之间的时间，例如 9:30 或 15:05" | "請填寫 0:00 至 23:59 之間的時間，例如 9:30 或 15:05" | "Enter a time from 0:00 to 23:59, for example 9:30 or 15:05";
        NotADateTime: "请填写日期和时间，例如 2026-11-23 和 9:30" | "請填寫日期和時間，例如 2026-11-23 和 9:30" | "Enter both a date and a time, for example 2026-11-23 and 9:30";
        EndsBefore: "结束日期不能早于开始日期，请检查两个日期" | "結束日期不可早於開始日期，請檢查兩個日期" | "The end cannot be before the start. Check both dates";
        NotAnEmail: "请填写完整的电子邮箱，例如 lin@example.com" | "請填寫完整的電郵地址，例如 lin@example.com" | "Enter a full email address, for example lin@example.com";
        NotAUri: "请填写完整的网址，以 https:// 开头" | "請填寫完整的網址，以 https:// 開頭" | "Enter a full web address that starts with https://";
        WrongType: "请重新填写这一项" | "請重新填寫這一項" | "Enter this again";
        NotAsOnRecord: "您填的与证照上的不一致，请改用证照上的内容；证照有误时，请先联系发证部门更正" | "你填寫的與證件紀錄不符，請改用證件上的資料；如證件資料有誤，請先聯絡簽發部門更正" | "This differs from your certificate. Use what the certificate says, or ask the agency that issued it to correct it first";
        NotAsked: "这一项现在不需要填写，请刷新页面后再提交" | "這一項現時無須填寫，請重新載入頁面後再提交" | "This is not asked for any more. Reload the page, then submit again";
        Miscomputed: "这一项由系统计算，请刷新页面后再提交" | "這一項由系統計算，請重新載入頁面後再提交" | "This is worked out by the system. Reload the page, then submit again";
        ResidentId: "请输入 18 位身份证号码，最后一位可以是 X" | "請輸入 18 位身份證號碼，最後一位可以是 X" | "Enter the 18-character ID number; the last character may be X";
        ResidentIdPlace: "请对照证件，检查号码的前 6 位" | "請對照證件，檢查號碼的首 6 位" | "Check the first 6 digits against your ID card";
        ResidentIdBirth: "请对照证件，检查号码中的出生日期（第 7 至 14 位）" | "請對照證件，檢查號碼中的出生日期（第 7 至 14 位）" | "Check the date of birth in the number (digits 7 to 14) against your ID card";
        ResidentIdCheck: "请对照证件，逐位检查号码，可能有一位输错了" | "請對照證件，逐位檢查號碼，可能有一位輸入錯誤" | "Check the number against your ID card; one character may be mistyped";
        AnyId: "请输入身份证、居住证、通行证或永久居留身份证上的号码" | "請輸入身份證、居住證、通行證或永久居留身份證上的號碼" | "Enter the number on your ID card, residence permit, travel permit or permanent residence card";
        AnyIdLength: "请输入完整的证件号码，数一数有没有少一位或多一位" | "請輸入完整的證件號碼，檢查有否少了或多了一位" | "Enter the whole document number; check that no character is missing or added";
        AnyIdCharacters: "请只输入证件号码中的数字和字母" | "請只輸入證件號碼中的數字和字母" | "Enter only the digits and letters of the document number";
        Uscc: "请输入 18 位统一社会信用代码，在营业执照上可以找到" | "請輸入 18 位統一社會信用代碼，可在營業執照上找到" | "Enter the 18-character unified social credit code from the business licence";
        UsccCharacters: "请对照营业执照检查代码：其中没有字母 I、O、S、V、Z" | "請對照營業執照檢查代碼：當中沒有字母 I、O、S、V、Z" | "Check the code against the business licence: it never has the letters I, O, S, V or Z";
        UsccCheck: "请对照营业执照再核对一遍；如果一致，可以继续" | "請對照營業執照再核對一次；如相符，可以繼續" | "Check the code against the business licence once more; if it matches, you can go on";
        Mobile: "请输入 11 位手机号码" | "請輸入 11 位內地手提電話號碼" | "Enter the 11-digit mobile number";
        MobileCharacters: "请只输入手机号码中的数字" | "請只輸入手提電話號碼中的數字" | "Enter only the digits of the mobile number";
        MobileShape: "请检查手机号码：它以 13 至 19 开头" | "請檢查手提電話號碼：內地號碼以 13 至 19 開頭" | "Check the mobile number: it starts with 13 to 19";
        Plate: "请输入车牌号码，例如粤B12345 或粤BD12345" | "請輸入車牌號碼，例如粵B12345 或粵BD12345" | "Enter the plate number, for example 粤B12345 or 粤BD12345";
        PlateCharacters: "请检查车牌号码：其中没有字母 I 和 O" | "請檢查車牌號碼：當中沒有字母 I 和 O" | "Check the plate number: it never has the letters I and O";
        BankCard: "请输入 16 至 19 位银行卡号" | "請輸入 16 至 19 位銀行卡號碼" | "Enter the bank card number, 16 to 19 digits";
        BankCardCharacters: "请只输入银行卡号中的数字" | "請只輸入銀行卡號碼中的數字" | "Enter only the digits of the bank card number";
        BankCardCheck: "请对照银行卡，逐位检查卡号，可能有一位输错了" | "請對照銀行卡，逐位檢查號碼，可能有一位輸入錯誤" | "Check the number against your bank card; one digit may be mistyped";
        TravelPermit: "请输入通行证号码，例如 H12345678（港澳居民）或 12345678（台湾居民）" | "請輸入通行證號碼，例如 H12345678（港澳居民）或 12345678（台灣居民）" | "Enter the travel permit number, for example H12345678 (Hong Kong and Macao) or 12345678 (Taiwan)";
        TravelPermitCharacters: "请只输入通行证号码中的字母和数字" | "請只輸入通行證號碼中的字母和數字" | "Enter only the letters and digits of the travel permit number";
    }
}
