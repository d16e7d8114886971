//! Bundles (一件事一次办) of the data, and what everybody may ask of them: which there are, what one is, which of its guide's answers are known.

use super::bundle_service::{agencies_in, Head};
use super::bundle_terms::{Delivery, KnownBy, MemberTerms, Next, Parties};
use super::catalogue::Catalogue;
use super::context::{down, Facts};
use super::exchange::Exchange;
use super::guides;
use super::localize::{localize, text};
use super::paging::page;
use super::reply::{Outcome, Refusal, Success};
use super::service::Service;
use super::words::Say;
use crate::bundle::Definition;
use crate::words::Lang;
use serde_json::{json, Value};

/// A bundle, as its file says.
pub(super) struct Bundle {
    pub id: String,
    pub icon: String,
    pub audience: String,
    pub event: Value,
    pub popularity: u64,
    pub search: Vec<Value>,
    /// In each language as the contract shows it, and checked.
    pub views: Vec<(Lang, Value, Definition)>,
    /// In the order of the definition's.
    pub members: Vec<MemberTerms>,
    pub known: Vec<KnownBy>,
    pub parties: Option<Parties>,
    pub delivery: Delivery,
    pub next: Vec<Next>,
    /// What stands for it where a service is expected.
    pub service: Service,
    pub head: Head,
}

impl Bundle {
    pub fn definition(&self, lang: Lang) -> Option<&Definition> {
        self.views.iter().find(|(l, ..)| *l == lang).map(|(_, _, definition)| definition)
    }

    /// How a service takes part.
    pub fn member(&self, service: &str) -> Option<&MemberTerms> {
        self.members.iter().find(|m| m.service == service)
    }

    /// Its services in the data, those of these ids or all.
    pub fn services<'a>(&self, catalogue: &'a Catalogue, ids: Option<&[String]>) -> Vec<&'a Service> {
        let named = self.members.iter().filter(|m| ids.is_none_or(|ids| ids.contains(&m.service)));
        named.filter_map(|m| catalogue.single(&m.service)).collect()
    }

    /// `BundleRef`
    pub fn reference(&self, lang: Lang) -> Value {
        json!({"id": self.id, "name": text(&self.head.name, lang), "icon": self.icon})
    }

    fn view(&self, lang: Lang) -> Value {
        self.views.iter().find(|(l, ..)| *l == lang).map(|(_, view, _)| view.clone()).unwrap_or_default()
    }
}

impl<'a> Exchange<'a> {
    pub fn bundle(&self, id: &str) -> Result<&'a Bundle, Refusal> {
        self.catalogue.bundle(id).ok_or_else(Refusal::not_found)
    }

    /// The same service of the named ones alone, where it stands for a bundle.
    pub fn narrowed(&self, service: &Service, ids: Option<&[String]>) -> Option<Service> {
        let bundle = self.catalogue.bundle_of(&service.id)?;
        ids.map(|ids| bundle.head.joined(&bundle.services(self.catalogue, Some(ids))))
    }

    /// The services of a bundle that the query names (`services=a,b`); `None` where it names none.
    ///
    /// # Errors
    /// 400 `invalid-query` for one that the bundle does not have.
    pub fn services_asked(&self, bundle: &Bundle) -> Result<Option<Vec<String>>, Refusal> {
        let Some(asked) = self.query("services") else { return Ok(None) };
        let ids: Vec<String> = asked.split(',').map(str::trim).filter(|id| !id.is_empty()).map(str::to_owned).collect();
        if ids.iter().any(|id| bundle.member(id).is_none()) {
            return Err(Refusal::new(400, "invalid-query", Say::MalformedTitle, Say::QueryDetail).value("name", "services"));
        }
        Ok(Some(ids).filter(|ids| !ids.is_empty()))
    }
}

/// `GET /bundles`
pub(super) fn list(x: &mut Exchange<'_>) -> Outcome {
    let mut bundles: Vec<&Bundle> = x.catalogue.bundles.iter().collect();
    bundles.sort_by_key(|b| std::cmp::Reverse(b.popularity));
    let items = bundles.into_iter().map(|b| (b.id.clone(), summary(x, b))).collect();
    Ok(Success::shared(page(x, items)?))
}

fn summary(x: &Exchange<'_>, bundle: &Bundle) -> Value {
    let mut line = bundle.reference(x.lang);
    let services = bundle.services(x.catalogue, None);
    line["summary"] = bundle.view(x.lang)["summary"].take();
    line["audience"] = json!(bundle.audience);
    line["event"] = json!(text(&bundle.event, x.lang));
    line["agencies"] = json!(agencies_in(&services, x.lang));
    line["services"] = json!(services.len());
    line["search"] = bundle.search.iter().map(|term| localize(term, x.lang)).collect();
    line["popularity"] = json!(bundle.popularity);
    line
}

/// `GET /bundles/{id}`
pub(super) fn get(x: &mut Exchange<'_>, id: &str) -> Outcome {
    Ok(Success::shared(x.bundle(id)?.view(x.lang)))
}

/// `GET /bundles/{id}/known`: nothing of somebody who is not known.
pub(super) fn known(x: &mut Exchange<'_>, id: &str) -> Outcome {
    let bundle = x.bundle(id)?;
    let definition = bundle.definition(x.lang).ok_or_else(Refusal::internal)?;
    let Some(party) = x.party_known().filter(|_| !x.faults.has("session-expired")) else { return Ok(Success::ok(json!({"answers": []}))) };
    let hidden = down(x);
    let facts = Facts { service: &bundle.service, person: party.applicant(), hidden: &hidden, application: &Value::Null, count_this_year: 0, today: x.today() };
    let context = facts.context(x.lang);
    let answers = bundle.known.iter().filter(|known| !hidden.contains_key(&known.source)).filter_map(|known| {
        let value = known.from.eval(&context, facts.today).ok()?;
        let question = definition.bundle().questions.iter().find(|q| q.id == known.question)?;
        question.takes(&value).then(|| json!({"question": question.id, "value": value, "source": x.catalogue.source_name(&known.source, x.lang)}))
    });
    Ok(Success::ok(json!({"answers": answers.collect::<Vec<_>>()})))
}

/// `GET /bundles/{id}/forms`
pub(super) fn forms(x: &mut Exchange<'_>, id: &str) -> Outcome {
    let bundle = x.bundle(id)?;
    let asked = x.services_asked(bundle)?;
    let forms = bundle.services(x.catalogue, asked.as_deref()).into_iter().map(|service| guides::form_of(x, service));
    Ok(Success::shared(json!({"items": forms.collect::<Vec<_>>()})))
}
