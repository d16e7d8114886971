//! One set of icons, drawn once: 24 × 24, one path each, strokes in the colour of the text around them.

use leptos::prelude::*;

/// Declares the set: variant, the name that data uses, the path.
macro_rules! icons {
    ($($name:ident $word:literal $path:literal;)+) => {
        /// An icon of the set. Icons never speak: the words beside them do.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
        pub enum IconName { $($name,)+
            /// A plain sheet: what data names that this build does not know.
            #[default]
            Document,
        }

        impl IconName {
            /// Every icon, for the gallery.
            pub const ALL: &'static [IconName] = &[$(IconName::$name,)+ IconName::Document];

            /// The icon that a backend's `icon` names; [`IconName::Document`] for a name this build does not know.
            pub fn parse(name: &str) -> Self {
                match name { $($word => Self::$name,)+ _ => Self::Document }
            }

            /// Its name in data.
            pub fn word(self) -> &'static str {
                match self { $(Self::$name => $word,)+ Self::Document => "document" }
            }

            fn path(self) -> &'static str {
                match self {
                    $(Self::$name => $path,)+
                    Self::Document => "M7 3.5h7L18.5 8v11a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 19V5A1.5 1.5 0 0 1 7 3.5zM14 3.5V8h4.5M9 13h6M9 16.5h4",
                }
            }
        }
    };
}

icons! {
    Id "id" "M5.5 5h13A2.5 2.5 0 0 1 21 7.5v9a2.5 2.5 0 0 1-2.5 2.5h-13A2.5 2.5 0 0 1 3 16.5v-9A2.5 2.5 0 0 1 5.5 5zM7 11a2 2 0 1 0 4 0a2 2 0 1 0-4 0M6 16c.8-1.6 5.2-1.6 6 0M15 10h3M15 14h3";
    Home "home" "M4 11l8-7 8 7v8a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 19z";
    Shop "shop" "M4 9l1.5-5h13L20 9M4 9v11h16V9M4 9c0 2.5 4 2.5 4 0 0 2.5 4 2.5 4 0 0 2.5 4 2.5 4 0 0 2.5 4 2.5 4 0";
    Baby "baby" "M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0M9 10.5h.01M15 10.5h.01M9 14.5c1.5 1.8 4.5 1.8 6 0";
    Car "car" "M4 16v-3.5L6 7.5h12l2 5V16zM4 16v2.5M20 16v2.5M7 13h2M15 13h2";
    Card "card" "M5.5 6h13A2.5 2.5 0 0 1 21 8.5v8a2.5 2.5 0 0 1-2.5 2.5h-13A2.5 2.5 0 0 1 3 16.5v-8A2.5 2.5 0 0 1 5.5 6zM3 10h18M16 14.5h2";
    Heart "heart" "M12 20s-7.5-4.6-7.5-10A4.2 4.2 0 0 1 12 7.4 4.2 4.2 0 0 1 19.5 10c0 5.4-7.5 10-7.5 10z";
    School "school" "M2.5 9.5 12 5l9.5 4.5L12 14zM6.5 11.5V16c2.5 2.6 8.5 2.6 11 0v-4.5M21.5 9.5v5";
    Passport "passport" "M6.5 3h11A1.5 1.5 0 0 1 19 4.5v15a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 19.5v-15A1.5 1.5 0 0 1 6.5 3zM8.8 10a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0-6.4 0M9 17h6";
    Briefcase "briefcase" "M5 7.5h14a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2zM9 7.5v-2A1.5 1.5 0 0 1 10.5 4h3A1.5 1.5 0 0 1 15 5.5v2M3 13h18";
    Elder "elder" "M8 5a2 2 0 1 0 4 0a2 2 0 1 0-4 0M10 9v6l-2.5 6M10 15l3 2.5V21M10 10.5l4 2.5h3V21";
    Back "back" "M15 5l-7 7 7 7";
    Search "search" "M4.5 11a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0M16 16l4.5 4.5";
    Check "check" "M5 12.5l4.5 4.5L19 7.5";
    CheckCircle "check_circle" "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M8 12.2l2.8 2.8L16 9.6";
    CrossCircle "cross_circle" "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M9 9l6 6M15 9l-6 6";
    Close "close" "M6 6l12 12M18 6 6 18";
    Clock "clock" "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M12 7v5.2l3.4 2";
    Lock "lock" "M7 11h10a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2zM8 11V8a4 4 0 0 1 8 0v3";
    Star "star" "M12 3l2.7 5.8 6.3.8-4.6 4.3 1.2 6.2L12 17l-5.6 3.1 1.2-6.2L3 9.6l6.3-.8z";
    StarFilled "star_filled" "M12 3l2.7 5.8 6.3.8-4.6 4.3 1.2 6.2L12 17l-5.6 3.1 1.2-6.2L3 9.6l6.3-.8z";
    Edit "edit" "M4 20h4L19 9l-4-4L4 16zM13.5 6.5l4 4";
    Eye "eye" "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM9 12a3 3 0 1 0 6 0a3 3 0 1 0-6 0";
    EyeOff "eye_off" "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM9 12a3 3 0 1 0 6 0a3 3 0 1 0-6 0M4 20 20 4";
    Upload "upload" "M12 16V4.5M7.5 9 12 4.5 16.5 9M4.5 16v2.5A1.5 1.5 0 0 0 6 20h12a1.5 1.5 0 0 0 1.5-1.5V16";
    Trash "trash" "M4.5 7h15M9.5 7V4.5h5V7M6.5 7l.8 12.5h9.4L17.5 7M10 11v5M14 11v5";
    Plus "plus" "M12 5v14M5 12h14";
    Warning "warning" "M12 4 2.5 20h19zM12 10v4.5M12 17.2v.1";
    Info "info" "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M12 11v5.5M12 7.5v.1";
    Offline "offline" "M7 18.5a4 4 0 0 1-.5-8 6 6 0 0 1 11.3 1.5 3.3 3.3 0 0 1 .2 6.5zM4 4l16 16";
    Globe "globe" "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M3 12h18M12 3c-5 5-5 13 0 18M12 3c5 5 5 13 0 18";
    TextSize "text_size" "M2.5 19 8 6l5.5 13M4.5 15h7M14.5 19l3.5-8 3.5 8M15.8 16.5h4.4";
    List "list" "M5 6h14M5 12h14M5 18h9";
    Chevron "chevron" "M9.5 6l6 6-6 6";
    Phone "phone" "M6.5 3.5h3L11 8 8.8 9.7a12 12 0 0 0 5.5 5.5L16 13l4.5 1.5v3a3 3 0 0 1-3.3 3A16 16 0 0 1 3.5 6.8a3 3 0 0 1 3-3.3z";
    Print "print" "M7 8V3.5h10V8M7 17H4.5V9.5A1.5 1.5 0 0 1 6 8h12a1.5 1.5 0 0 1 1.5 1.5V17H17M7 14h10v6.5H7z";
    Shield "shield" "M12 3l7.5 3v5.5c0 4.5-3 8-7.5 9.5-4.5-1.5-7.5-5-7.5-9.5V6zM8.5 12l2.5 2.5 4.5-4.5";
    Face "face" "M4 8V5.5A1.5 1.5 0 0 1 5.5 4H8M16 4h2.5A1.5 1.5 0 0 1 20 5.5V8M20 16v2.5a1.5 1.5 0 0 1-1.5 1.5H16M8 20H5.5A1.5 1.5 0 0 1 4 18.5V16M9 10v.5M15 10v.5M9 14.5c1.5 1.6 4.5 1.6 6 0";
    Sms "sms" "M5 4.5h14a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-7l-4.5 4v-4H5a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2zM8 10.5v.1M12 10.5v.1M16 10.5v.1";
    Window "window" "M3.5 20.5h17M5 20.5V10M19 20.5V10M3.5 10 12 4l8.5 6zM10 20.5v-6h4v6";
    Person "person" "M8 8a4 4 0 1 0 8 0a4 4 0 1 0-8 0M4.5 20.5c1-5 14-5 15 0";
}

/// An icon of the set, hidden from screen readers: words always stand beside it.
#[component]
pub fn Icon(
    /// Which one.
    name: IconName,
) -> AnyView {
    let class = if name == IconName::StarFilled { "mb-icon mb-icon--filled" } else { "mb-icon" };
    view! {
        <svg class=class viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=name.path()></path>
        </svg>
    }
    .into_any()
}
