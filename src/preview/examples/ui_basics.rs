//! Buttons, cards, notices and everything small.

use crate::preview::example::Example;
use crate::ui::*;
use leptos::prelude::*;

/// A long English sentence, for 360 px in elder mode.
const LONG: &str = "Extension of the application code for a passenger-car increment quota, including supplementary documentation";

pub fn examples() -> Vec<Example> {
    vec![
        Example::new("ui/icon/all", icons),
        Example::new("ui/action/primary", || view! { <Action label="核对并提交" on_press=|()| {}/> }.into_any()),
        Example::new("ui/action/busy", || view! { <Action label="正在提交" busy=true on_press=|()| {}/> }.into_any()),
        Example::new("ui/action/disabled", || view! { <Action label="核对并提交" disabled=true on_press=|()| {}/> }.into_any()),
        Example::new("ui/action/quiet", || view! { <Action label="再试一次" look=Look::Quiet on_press=|()| {}/> }.into_any()),
        Example::new("ui/action/danger", || view! { <Action label="撤回授权" look=Look::Danger icon=IconName::Trash on_press=|()| {}/> }.into_any()),
        Example::new("ui/action/long", || view! { <Action label=LONG on_press=|()| {}/> }.into_any()),
        Example::new("ui/link-action/primary", || view! { <LinkAction label="评价这次服务" href="#rate"/> }.into_any()),
        Example::new("ui/link-action/quiet", || view! { <LinkAction label="回到首页" href="#home" look=Look::Quiet icon=IconName::Home/> }.into_any()),
        Example::new("ui/card/titled", || {
            view! { <Card title="办理时间" note="（工作日）" aside=|| view! { <Tag label="秒批" tone=Tone::Good/> }><p>"通常几秒钟，最长 15 个工作日。"</p></Card> }.into_any()
        }),
        Example::new("ui/card/plain", || view! { <Card><p>"没有标题的一块。"</p></Card> }.into_any()),
        Example::new("ui/notice/info", || view! { <Notice title="办理前请看" text="需要用到您的身份证信息，经您同意后自动读取。"/> }.into_any()),
        Example::new("ui/notice/good", || view! { <Notice tone=Tone::Good text="已保存。" announce=true/> }.into_any()),
        Example::new("ui/notice/wait", || view! { <Notice tone=Tone::Wait title="请在 12 月 4 日前补交租赁合同" text="逾期需要重新申请。"/> }.into_any()),
        Example::new("ui/notice/bad", || {
            view! { <Notice tone=Tone::Bad announce=true title="刚才没有提交成功" text="您填写的内容都在，请再试一次。"><Action label="再试一次" look=Look::Quiet on_press=|()| {}/></Notice> }.into_any()
        }),
        Example::new("ui/tag/tones", || {
            view! { <p><Tag label="秒批"/>" "<Tag label="秒报秒批" tone=Tone::Good/>" "<Tag label="待补交" tone=Tone::Wait/>" "<Tag label="未通过" tone=Tone::Bad/></p> }.into_any()
        }),
        Example::new("ui/skeleton/cards", || view! { <Skeleton cards=2/> }.into_any()),
        Example::new("ui/skeleton/labelled", || view! { <Skeleton cards=1 label="正在向公安人口库读取"/> }.into_any()),
        Example::new("ui/failed/retry", || view! { <Failed title="暂时打不开" text="请检查网络后再试一次。" on_retry=|()| {}/> }.into_any()),
        Example::new("ui/failed/busy", || view! { <Failed title="暂时打不开" text="请检查网络后再试一次。" busy=true on_retry=|()| {}/> }.into_any()),
        Example::new("ui/failed/other-ways", || {
            view! { <Failed title="This service cannot be opened right now" text=LONG icon=IconName::Offline><WayOut hotline=Some("0755-12345".to_string()) windows=super::ui_lists::windows()/></Failed> }.into_any()
        }),
        Example::new("ui/empty/plain", || view! { <Empty title="还没有办件" text="您申请的事项会出现在这里。"/> }.into_any()),
        Example::new("ui/empty/search", || {
            view! { <Empty title="没有找到“钓鱼证”" text="换个说法试试，或拨打 12345 咨询。" icon=IconName::Search><LinkAction label="看看全部事项" href="#all" look=Look::Quiet/></Empty> }.into_any()
        }),
        Example::new("ui/switch/off", || view! { <Switch label="长辈版" hint="更大的字、更大的按钮" on=false on_change=|_| {}/> }.into_any()),
        Example::new("ui/switch/on", || view! { <Switch label="长辈版" on=true on_change=|_| {}/> }.into_any()),
        Example::new("ui/check-row/off", || {
            view! { <CheckRow label="我同意单独处理我的人脸信息" hint="只用于这一次核验，核验后删除。" on=false on_change=|_| {}/> }.into_any()
        }),
        Example::new("ui/check-row/on", || view! { <CheckRow label="实名评价" on=true on_change=|_| {}/> }.into_any()),
        Example::new("ui/check-row/problem", || {
            view! { <CheckRow label="我同意单独处理我的人脸信息" on=false on_change=|_| {} problem=Some("请先同意，或者换一种核验方式".to_string())/> }
                .into_any()
        }),
        Example::new("ui/choice/plain", || choice(None)),
        Example::new("ui/choice/problem", || choice(Some("请选择一项".into()))),
    ]
}

fn choice(problem: Option<String>) -> AnyView {
    let value = RwSignal::new(problem.is_none().then(|| "study".to_string()));
    let options = vec![
        Pick::new("study", "出国（境）留学").with_text("申请学校、签证时用"),
        Pick::new("work", "境外工作"),
        Pick { disabled: true, text: Some("需要到窗口办理".into()), ..Pick::new("adopt", "收养") },
        Pick { lang: Some("en"), ..Pick::new("long", LONG) },
    ];
    view! {
        <ChoiceGroup legend="证明用途" hint="请选择最接近的一项" options=Signal::stored(options) value=value on_change=move |v| value.set(Some(v)) problem=Signal::stored(problem)/>
    }
    .into_any()
}

fn icons() -> AnyView {
    let all: Vec<AnyView> = IconName::ALL.iter().map(|name| view! { <li><Icon name=*name/>" "{name.word()}</li> }.into_any()).collect();
    view! { <ul role="list">{all}</ul> }.into_any()
}
