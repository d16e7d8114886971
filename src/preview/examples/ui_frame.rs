//! The frame of a page and what lies over it.

use crate::preview::example::Example;
use crate::ui::overlay::Sheet;
use crate::ui::*;
use leptos::prelude::*;

pub fn examples() -> Vec<Example> {
    vec![
        Example::new("ui/page/plain", || {
            view! { <Page name="service" title="无犯罪记录证明" back=Back::to("#home")><Card title="谁可以办"><p>"年满 14 周岁的深圳居民。"</p></Card></Page> }
                .into_any()
        }),
        Example::new("ui/page/steps", || stepped("补全信息", ["选事项", "同意读取", "补全信息", "核对提交"])),
        Example::new("ui/page/long-title", || {
            stepped(
                "Extension of the application code for a passenger-car increment quota",
                ["Choose the service", "Agree to have it read", "Complete the missing information", "Check and submit"],
            )
        }),
        Example::new("ui/page/hero", || {
            let query = RwSignal::new(String::new());
            view! {
                <Page name="home" title="您好，想办什么？" hero_line="深圳" hero=move || view! { <SearchBox label="无犯罪记录、落户、开公司…" value=query on_input=move |t| query.set(t)/> }>
                    <Card><p>"大家常办"</p></Card>
                </Page>
            }
            .into_any()
        }),
        Example::new("ui/steps/first", || view! { <StepList steps=steps(1)/> }.into_any()),
        Example::new("ui/steps/last", || view! { <StepList steps=steps(4)/> }.into_any()),
        Example::new("ui/display-menu/icon", || view! { <DisplayMenu/> }.into_any()),
        Example::new("ui/display-menu/wide", || view! { <div class="mb-hero"><DisplayMenu wide=true/></div> }.into_any()),
        Example::new("ui/sheet/open", || {
            let open = RwSignal::new(true);
            view! { <Sheet open title="长辈版、语言和外观"><p>"这里是内容。"</p></Sheet> }.into_any()
        }),
        Example::new("ui/overlay/stopped", || {
            view! { <Overlay title="页面出了点问题" text="您填写的内容都保存着，重新打开就能继续。" action="重新打开" on_action=|()| {}/> }.into_any()
        }),
        Example::new("ui/overlay/question", || {
            view! { <Overlay title="登录已过期" text="为了您的信息安全，请再核验一次。已填的内容都在。" action="再核验一次" on_action=|()| {} other="回到首页" on_other=|()| {}/> }.into_any()
        }),
        Example::new("ui/offline-bar/offline", || view! { <OfflineBar offline=true/> }.into_any()),
        Example::new("ui/error-summary/two", || {
            let problems = vec![
                ErrorLink { target: "purpose-0".into(), inside: None, label: "证明用途".into(), text: "请选择一项".into() },
                ErrorLink {
                    target: "email".into(), inside: None, label: "接收证明的邮箱".into(), text: "请输入完整的邮箱，例如 name@example.com".into()
                },
            ];
            view! { <ErrorSummary problems=Signal::stored(problems) attention=0/> }.into_any()
        }),
        Example::new("ui/way-out/full", || view! { <WayOut hotline=Some("0755-12345".to_string()) windows=super::ui_lists::windows()/> }.into_any()),
    ]
}

fn steps(current: usize) -> Steps {
    Steps { current, names: ["选事项", "同意读取", "补全信息", "核对提交"].map(String::from).to_vec() }
}

fn stepped(title: &'static str, names: [&'static str; 4]) -> AnyView {
    let steps = Signal::stored(Steps { current: 3, names: names.map(String::from).to_vec() });
    let steps = view! { <StepList steps /> }.into_any();
    let footer = || view! { <Action label="核对并提交" on_press=|()| {}/> <LinkAction label="稍后再办" href="#home" look=Look::Quiet/> };
    view! {
        <Page name="form" title=title back=Back::to("#service") steps=steps footer=footer>
            <FilledBanner total=18 filled=16 open=2/>
            <Card><p>"表单"</p></Card>
        </Page>
    }
    .into_any()
}
