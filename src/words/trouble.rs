//! What is said when a call fails: what to do, not what went wrong inside.

crate::words! {
    /// Failed calls.
    Trouble {
        UnreachableTitle: "网络不通" | "網絡不通" | "No connection";
        UnreachableText: "请检查网络后重试。您填写的内容都还在。" | "請檢查網絡後重試。你填寫的內容都還在。" | "Check your network and try again. Everything you entered is still here.";
        TimedOutTitle: "等了太久还没有回应" | "等候過久仍未有回應" | "No answer for too long";
        TimedOutText: "网络可能很慢。请稍等片刻再试，您填写的内容都还在。" | "網絡可能很慢。請稍候再試，你填寫的內容都還在。" | "The network may be slow. Wait a moment and try again. Everything you entered is still here.";
        TooManyTitle: "现在办理的人很多" | "現時使用人數眾多" | "Many people are using this now";
        TooManyText: "请过一会儿再试，您填写的内容都还在。" | "請過一會再試，你填寫的內容都還在。" | "Please try again in a little while. Everything you entered is still here.";
        TooManySeconds: "请在 {n} 秒后再试，您填写的内容都还在。" | "請在 {n} 秒後再試，你填寫的內容都還在。" | "Please try again in {n} seconds. Everything you entered is still here.";
        SignedOutTitle: "请再核验一次身份" | "請再次核實身分" | "Please prove who you are again";
        SignedOutText: "为了您的信息安全，一段时间不用就要重新核验。核验后从这里继续。" | "為保障你的資料安全，閒置一段時間後須重新核實。核實後可由此繼續。" | "To keep your data safe, the session ends after a while. You can go on from here afterwards.";
        NotFoundTitle: "没有找到" | "找不到" | "Not found";
        NotFoundText: "它可能已经下架，或者不属于您。可以回首页再找一找。" | "它可能已下架，或不屬於你。可以返回首頁再找。" | "It may have been withdrawn, or it is not yours. Go to the home page and look again.";
        RefusedTitle: "这一步没有办成" | "這一步未能完成" | "This step did not go through";
        RefusedText: "请核对后再试；还不行，请拨打 12345。" | "請核對後再試；仍不行，請致電 12345。" | "Check your entries and try again. If it still fails, call 12345.";
        BrokenTitle: "服务暂时出了故障" | "服務暫時發生故障" | "The service has a fault";
        BrokenText: "不是您的问题。请过几分钟再试，您填写的内容都还在；急办请拨打 12345。" | "並非你的問題。請過幾分鐘再試，你填寫的內容都還在；急需辦理請致電 12345。" | "It is not your fault. Try again in a few minutes; everything you entered is still here. If it is urgent, call 12345.";
        UnreadableTitle: "收到的内容看不懂" | "收到的內容無法讀取" | "The answer could not be read";
        UnreadableText: "可能是所用的网络需要先登录，或者服务出了故障。请换个网络再试；还不行，请拨打 12345。" | "可能是所用網絡需要先登入，或服務發生故障。請更換網絡再試；仍不行，請致電 12345。" | "Your network may ask you to sign in first, or the service has a fault. Try another network; if it still fails, call 12345.";
        Retry: "再试一次" | "再試一次" | "Try again";
    }
}
