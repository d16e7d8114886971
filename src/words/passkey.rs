//! Passkeys: this device proves who is back.

crate::words! {
    /// The check by this device, and the devices that are set up for it.
    PasskeyWords {
        AskTitle: "用这台设备核验" | "以此裝置核實" | "Check with this device";
        AskText: "点“开始核验”后，设备会让您刷脸、按指纹或输入锁屏密码。" | "按「開始核實」後，裝置會要求你掃臉、按指紋或輸入螢幕鎖密碼。" | "Press “Start”, and the device asks for your face, your fingerprint or its screen lock.";
        Private: "面容和指纹只在设备里核对，不会传出来；我们只收到“核对通过”。" | "臉容和指紋只在裝置內核對，不會傳出；我們只收到「核對通過」。" | "Your face and fingerprint are checked inside the device and never leave it; all that we hear is that it was you.";
        Start: "开始核验" | "開始核實" | "Start";
        AskNext: "通过后直接进入填表" | "通過後直接填表" | "The form comes next";
        ConsentNext: "接下来用这台设备的面容、指纹或锁屏密码核验" | "接下來以此裝置的臉容、指紋或螢幕鎖密碼核實" | "Next you prove it is you by this device's face, fingerprint or screen lock";
        NotDoneTitle: "还没有核验" | "尚未核實" | "Not checked yet";
        NotDoneText: "可能是取消了、等得太久，或者这台设备还没有登记过。可以再试一次，也可以换一种方式；选好的内容都在。" | "可能已取消、等候過久，或此裝置尚未登記。可以再試一次，亦可換一種方式；已選的內容都在。" | "It was cancelled, took too long, or this device was never set up here. Try again, or choose another way; nothing is lost.";
        CannotTitle: "这台设备用不了这种方式" | "此裝置無法使用這種方式" | "This device cannot do it";
        CannotText: "这个浏览器不支持，或者设备没有开启面容、指纹或锁屏密码。请换一种方式。" | "此瀏覽器不支援，或裝置未啟用臉容、指紋或螢幕鎖密碼。請換一種方式。" | "The browser does not support it, or the device has no face, fingerprint or screen lock set up. Please choose another way.";

        Title: "面容或指纹核验" | "臉容或指紋核實" | "Face or fingerprint";
        Lead: "登记过的设备，下次可以用面容、指纹或锁屏密码核验，不用再刷脸认证或等短信。" | "已登記的裝置，下次可用臉容、指紋或螢幕鎖密碼核實，毋須再做人臉認證或等短訊。" | "A device that is set up lets you prove who you are by its face, fingerprint or screen lock next time, with no face check at a provider and no SMS.";
        Devices: "已登记的设备" | "已登記的裝置" | "Devices that are set up";
        Unnamed: "一台设备" | "一部裝置" | "A device";
        Since: "{date}登记" | "{date}登記" | "Set up {date}";
        Used: "最近一次使用：{date}" | "最近使用：{date}" | "Last used {date}";
        EmptyTitle: "还没有登记的设备" | "尚無已登記的裝置" | "No device is set up";
        EmptyText: "只在自己的设备上登记。别人的或公用的设备，请不要登记。" | "只在自己的裝置登記。他人或公用裝置，請勿登記。" | "Set up your own device only, never one that is shared or somebody else's.";
        SignInTitle: "核验身份后可以登记设备" | "核實身分後可登記裝置" | "Prove who you are to set up a device";
        SignInText: "从要办的事项开始，核验后就能登记。" | "由要辦的事項開始，核實後即可登記。" | "Start from any service; after the identity check you can set up this device.";
        NoneHere: "这里不支持登记设备" | "這裏不支援登記裝置" | "Devices cannot be set up here";
        Enrol: "登记这台设备" | "登記此裝置" | "Set up this device";
        Enrolled: "这台设备登记好了，下次可以直接用它核验" | "此裝置已登記，下次可直接以它核實" | "This device is set up. You can use it next time";
        ExistsTitle: "这台设备已经登记过" | "此裝置已經登記" | "This device is set up already";
        ExistsText: "不用再登记，下次可以直接使用。" | "毋須再登記，下次可直接使用。" | "There is nothing more to do; use it next time.";
        NotMadeTitle: "还没有登记" | "尚未登記" | "Not set up yet";
        NotMadeText: "可能是取消了或等得太久。需要时可以再试一次。" | "可能已取消或等候過久。有需要時可再試一次。" | "It was cancelled or took too long. Try again whenever you like.";
        CannotMake: "这台设备或浏览器不能登记" | "此裝置或瀏覽器無法登記" | "This device or browser cannot be set up";
        CannotMakeText: "要先在系统设置里开启面容、指纹或锁屏密码，也可以换手机自带的浏览器。其他核验方式不受影响。" | "須先在系統設定啟用臉容、指紋或螢幕鎖密碼，亦可改用手機內置瀏覽器。其他核實方式不受影響。" | "Turn on face, fingerprint or screen lock in its settings, or use the phone's own browser. All other ways stay open to you.";
        RemoveWhat: "删除：{name}" | "刪除：{name}" | "Remove {name}";
        RemoveTitle: "删除这台设备？" | "刪除這部裝置？" | "Remove this device?";
        RemoveText: "删除后，“{name}”不能再用来核验。设备丢了或给了别人，请删除。" | "刪除後，「{name}」不能再用作核實。如裝置遺失或轉交他人，請刪除。" | "“{name}” can then no longer prove who you are. Remove a device that is lost or no longer yours.";
        Remove: "删除" | "刪除" | "Remove";
        Keep: "留着" | "保留" | "Keep it";
        Removed: "已删除“{name}”" | "已刪除「{name}」" | "{name} was removed";
        RemoveFailed: "还没有删掉，请再试一次" | "尚未刪除，請再試一次" | "It is not removed yet. Please try again";

        OfferTitle: "下次用面容或指纹核验" | "下次以臉容或指紋核實" | "Next time, by face or fingerprint";
        OfferText: "登记这台设备，下次不用再等短信。面容和指纹只留在设备里。" | "登記此裝置，下次毋須再等短訊。臉容和指紋只留在裝置內。" | "Set up this device, and no SMS is needed next time. Your face and fingerprint stay in it.";
        OfferShared: "只在自己的设备上登记。" | "只在自己的裝置登記。" | "Only on a device of your own.";
        OfferNo: "不用了" | "不用了" | "No, thanks";
        Declined: "好的，不再询问。需要时可以在“我的办件”里登记。" | "好的，不再詢問。有需要時可在「我的辦件」登記。" | "You are not asked again. If you change your mind, you find it in “My applications”.";
    }
}
