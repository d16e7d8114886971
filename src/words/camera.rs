//! The camera, tried before a face check.

crate::words! {
    /// The page that tries it.
    CameraWords {
        Title: "试一下摄像头" | "試一下鏡頭" | "Try the camera";
        Lead: "人脸核验要用摄像头。先在这里试一下，免得到了核验页面才发现不能用。" | "人臉核實須用鏡頭。先在這裏試一下，以免到了核實頁面才發現不能用。" | "The face check uses the camera. Try it here, so that nothing stops you there.";
        Private: "画面只显示给您看，不保存，也不上传。" | "畫面只顯示給你看，不會保存，亦不會上載。" | "The picture is shown to you only. It is neither kept nor sent.";
        TipsTitle: "核验时" | "核實時" | "For the check";
        TipLight: "到光线好的地方，脸正对镜头" | "到光線充足處，面向鏡頭" | "Find good light and face the camera";
        TipMask: "摘下口罩、帽子和墨镜" | "除下口罩、帽子及太陽眼鏡" | "Take off mask, hat and dark glasses";
        TipStay: "过程中不要切换到其他应用" | "過程中不要切換至其他應用程式" | "Do not switch to another app meanwhile";
        Try: "打开摄像头" | "開啟鏡頭" | "Turn the camera on";
        TryNext: "浏览器会先问您是否允许" | "瀏覽器會先詢問你是否允許" | "Your browser asks for permission first";
        Skip: "不试了，直接去核验" | "不試了，直接前往核實" | "Go to the check without trying";
        Go: "去核验" | "前往核實" | "Go to the check";
        Anyway: "仍然去核验" | "仍然前往核實" | "Go to the check anyway";
        Picture: "摄像头的画面" | "鏡頭畫面" | "What the camera sees";
        Opening: "正在打开摄像头…" | "正在開啟鏡頭…" | "Turning the camera on…";
        Fine: "摄像头可以用，光线合适" | "鏡頭可用，光線合適" | "The camera works and the light is good";
        Dark: "摄像头可以用，但光线太暗，请到亮一些的地方" | "鏡頭可用，但光線太暗，請到較光亮的地方" | "The camera works, but it is dark. Find more light";
        Glaring: "摄像头可以用，但光线太强，请避开直射的光" | "鏡頭可用，但光線太強，請避開直射光" | "The camera works, but the light is glaring. Turn away from it";
        RefusedTitle: "没有摄像头权限" | "沒有鏡頭權限" | "The camera is not allowed";
        RefusedText: "请在浏览器或手机的设置里允许本网站使用摄像头，再试一次；也可以换一种方式核验。" | "請在瀏覽器或手機設定中允許本網站使用鏡頭，再試一次；亦可換一種方式核實。" | "Allow this site to use the camera in the settings of your browser or phone, and try again; or choose another way.";
        MissingTitle: "没有找到摄像头" | "找不到鏡頭" | "No camera was found";
        MissingText: "这台设备没有可用的摄像头。请换一种方式核验，或者换一台设备。" | "此裝置沒有可用的鏡頭。請換一種方式核實，或換一部裝置。" | "This device has no camera that can be used. Choose another way, or another device.";
        BusyTitle: "摄像头没有画面" | "鏡頭沒有畫面" | "The camera gives no picture";
        BusyText: "可能有别的应用正在用它。请关掉那个应用，再试一次。" | "可能有其他應用程式正在使用。請關閉該應用程式，再試一次。" | "Another app may be using it. Close that app and try again.";
        UnsupportedTitle: "这个浏览器不能用摄像头" | "此瀏覽器不能使用鏡頭" | "This browser cannot use the camera";
        UnsupportedText: "请换手机自带的浏览器，或者换一种方式核验。" | "請改用手機內置瀏覽器，或換一種方式核實。" | "Use the phone's own browser, or choose another way.";
    }
}
