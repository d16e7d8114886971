//! What a source says, and that it is wrong.

crate::words! {
    /// The sheet about a source.
    DisputeWords {
        Open: "信息不对？" | "資料有誤？" | "Something wrong?";
        OpenWhat: "{name}：信息不对？" | "{name}：資料有誤？" | "{name}: something wrong?";
        Title: "{name}里的信息不对？" | "{name}的資料有誤？" | "Something wrong in: {name}?";
        From: "来自" | "來自" | "From";
        Issuer: "签发单位" | "簽發單位" | "Issued by";
        Issued: "签发日期" | "簽發日期" | "Issued on";
        Expires: "有效期至" | "有效期至" | "Expires on";
        Level: "可信程度" | "可信程度" | "How far it is trusted";
        CorrectAt: "到这里更正" | "到這裏更正" | "Where it is corrected";
        CorrectElse: "请拨打 12345，问一问由哪个部门更正。" | "請致電 12345，查詢由哪個部門更正。" | "Please call 12345 and ask who corrects it.";
        Web: "到网上更正" | "到網上更正" | "Correct it online";
        Which: "哪一项不对？" | "哪一項有誤？" | "Which of these is wrong?";
        UseOwn: "改用我填的" | "改用我填寫的" | "Use my own value";
        UseOwnOf: "{name}：改用我填的" | "{name}：改用我填寫的" | "{name}: use my own value";
        Note: "注明有误" | "註明有誤" | "Note that it is wrong";
        NoteOf: "{name}：注明有误" | "{name}：註明有誤" | "{name}: note that it is wrong";
        Undo: "不注明了" | "取消註明" | "Take the note back";
        UndoOf: "{name}：不注明了" | "{name}：取消註明" | "{name}: take the note back";
        NoteLabel: "{name}应该是什么？（选填）" | "{name}應該是甚麼？（選填）" | "What should {name} be? (optional)";
        NoteText: "这一项不能在这里改。注明后随申请一起提交，由工作人员核对，不会马上出结果。" | "這一項不能在此更改。註明後隨申請一併提交，由職員核實，不會即時有結果。" | "This cannot be changed here. Your note goes along with the application, and an officer checks it: there will be no instant decision.";
        Noted: "您注明这一项有误" | "你註明這一項有誤" | "You noted that this is wrong";
        NotedAs: "您注明这一项有误：{note}" | "你註明這一項有誤：{note}" | "You noted that this is wrong: {note}";
        Done: "好了" | "完成" | "Done";
    }
}

crate::words! {
    /// A source that was read again.
    RereadWords {
        Again: "重新读取" | "重新讀取" | "Read again";
        AgainWhat: "重新读取{name}" | "重新讀取{name}" | "Read again: {name}";
        Reading: "正在重新读取…" | "正在重新讀取…" | "Reading again…";
        Same: "已重新读取，内容没有变化" | "已重新讀取，內容沒有變化" | "Read again; nothing has changed";
        Failed: "现在读不到，原来的内容还在" | "現時未能讀取，原有內容仍在" | "It cannot be read now; what it said before stands";
        Title: "{name}有变化" | "{name}有變更" | "Changes in: {name}";
        Text: "不选的话，全部采用新的内容。" | "如不選擇，全部採用新的內容。" | "Everything new is taken unless you choose otherwise.";
        Before: "原来：{value}" | "原有：{value}" | "Before: {value}";
        After: "现在：{value}" | "現時：{value}" | "Now: {value}";
        Locked: "以来源为准，必须采用新的" | "以來源為準，必須採用新的" | "The source is the authority: the new value has to be taken";
        KeepOld: "{name}：保留原来的" | "{name}：保留原有的" | "{name}: keep what it was";
        Take: "确定" | "確定" | "Go on with these";
    }
}
