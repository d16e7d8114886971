//! A check in the app that this one is wrapped in.

crate::words! {
    /// The page while the wrapper checks, and what is said before.
    HostWords {
        Title: "请在应用里完成核验" | "請在應用程式內完成核實" | "Finish the check in the app";
        Text: "核验由您正在使用的应用进行，完成后会自动回到这里继续。" | "核實由你正在使用的應用程式進行，完成後會自動返回這裏繼續。" | "The app that you are using checks who you are. When it is done, you go on here by itself.";
        Without: "不用应用，到核验平台核验" | "不用應用程式，到核實平台核實" | "Use the provider's page instead";
        Next: "接下来由您正在使用的应用核验身份" | "接下來由你正在使用的應用程式核實身分" | "Next, the app that you are using checks who you are";
    }
}
