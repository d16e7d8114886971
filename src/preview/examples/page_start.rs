//! Home, themes, guides, and where an address leads nowhere.

use crate::model::config::ConfigProblem;
use crate::pages::misconfigured::Misconfigured;
use crate::preview::example::Example;
use crate::preview::scene::Scene;
use leptos::prelude::*;

pub fn examples() -> Vec<Example> {
    vec![
        Example::new("page/home/anonymous", || Scene::at("/").draw()),
        Example::new("page/home/signed-in", || Scene::at("/?person=lin").draw()),
        Example::new("page/home/signed-in-nothing-running", || Scene::at("/?person=zhao").draw()),
        Example::new("page/home/all-services", || Scene::at("/").click("[data-action='all-services']").draw()),
        Example::new("page/home/search", || Scene::at("/").fill("input[type='search']", "落户").draw()),
        Example::new("page/home/search-english", || Scene::at("/").fill("input[type='search']", "criminal").draw()),
        Example::new("page/home/nothing-found", || Scene::at("/").fill("input[type='search']", "zzzz").draw()),
        Example::new("page/home/display-menu", || Scene::at("/").click("[data-action='display']").draw()),
        Example::new("page/home/catalogue-failed", || Scene::at("/?fault=server-error").draw()),
        Example::new("page/home/catalogue-unreadable", || Scene::at("/?fault=malformed@GET%20/services").draw()),
        Example::new("page/home/slow", || Scene::at("/?fault=slow@GET%20/services,slow@GET%20/themes").draw()),
        Example::new("page/theme/settle", || Scene::at("/themes/settle").draw()),
        Example::new("page/theme/unknown", || Scene::at("/themes/nothing").draw()),
        Example::new("page/service/anonymous", || Scene::at("/services/no-criminal-record").draw()),
        Example::new("page/service/eligible", || Scene::at("/services/no-criminal-record?person=lin").draw()),
        Example::new("page/service/not-eligible", || Scene::at("/services/no-criminal-record?person=xiaoyu").draw()),
        Example::new("page/service/not-eligible-lin", || Scene::at("/services/residence-permit?person=lin").draw()),
        Example::new("page/service/company-setup", || Scene::at("/services/company-setup?person=wen").draw()),
        Example::new("page/service/not-found", || Scene::at("/services/nothing").draw()),
        Example::new("page/service/html-answer", || Scene::at("/services/no-criminal-record?fault=html@GET%20/services").draw()),
        Example::new("page/service/slow", || Scene::at("/services/no-criminal-record?fault=slow@GET%20/services").draw()),
        Example::new("page/not-found/plain", || Scene::at("/no/such/page").draw()),
        Example::new("page/misconfigured/backend", || {
            let problem = ConfigProblem { pointer: "/backend".to_owned(), reason: "has to be an http(s) address or a path".to_owned() };
            view! { <Misconfigured problem/> }.into_any()
        }),
    ]
}
