//! What the preview itself says.

crate::words! {
    /// The list of examples.
    Gallery {
        Title: "秒办 · 预览" | "秒辦 · 預覽" | "Miaoban · preview";
        Lead: "每个页面和组件的每种样子，用的是虚构的人。这里不是办事的地方。" | "每個頁面和組件的每種樣子，人物均屬虛構。這裏不能辦事。" | "Every page and component in every state, with invented people. Nothing can be applied for here.";
        Filter: "按名字筛选" | "按名稱篩選" | "Filter by name";
        Shown: "共 {n} 个" | "共 {n} 個" | "{n} examples";
        Unknown: "没有名为 {name} 的例子" | "沒有名為 {name} 的例子" | "There is no example called {name}";
        ToAll: "全部例子" | "全部例子" | "All examples";
    }
}

crate::words! {
    /// A form in a page that is not the app.
    Hosting {
        Title: "嵌在别的网页里的表单" | "嵌在其他網頁裏的表單" | "Forms in other people's pages";
        Lead: "这张表单是用 mountForm 放进来的，和任何网页的做法一样。右边（窄屏在下面）是网页收到的内容。" | "這份表單是用 mountForm 放進來的，與任何網頁的做法一樣。右邊（窄螢幕在下面）是網頁收到的內容。" | "This form was put here by mountForm, as any page would do it. What the page hears stands beside it, or below on a narrow screen.";
        Heard: "网页收到的" | "網頁收到的" | "What the page hears";
    }
}
