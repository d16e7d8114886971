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
