//! Acting for somebody else (代办): whom a person may act for, by the registers alone. A child, a parent and a spouse stand in the household
//! register; a company's business licence names its officers. The client names nobody: it picks an opaque id of what it was told.

use super::catalogue::Catalogue;
use super::exchange::Exchange;
use super::fingerprint;
use super::localize::text;
use super::paging::page;
use super::people::Person;
use super::reply::{Outcome, Refusal, Success};
use super::service::Service;
use super::sessions::{self, Visitor};
use super::words::Say;
use crate::model::date::Date;
use crate::model::identifier::mask_name;
use crate::words::Words;
use serde_json::{json, Map, Value};

/// Below it nobody acts for anybody (民法典 §17).
const ADULT: u16 = 18;
/// What says who is family.
const HOUSEHOLD: &str = "household";
/// What says who stands for a company.
const LICENCE: &str = "business_licence";

/// What stands in a household register beside a name: how that person is related to the head (户主).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Head,
    Spouse,
    Child,
    Parent,
}

impl Place {
    fn read(word: &str) -> Option<Self> {
        Some(match word {
            "户主" => Self::Head,
            "妻" | "夫" => Self::Spouse,
            "子" | "女" => Self::Child,
            "父" | "母" => Self::Parent,
            _ => return None,
        })
    }

    /// What `other` is to whoever stands here. The register says it of the head alone: of a child and the head's spouse it says nothing.
    fn relation(self, other: Self) -> Option<&'static str> {
        match (self, other) {
            (Self::Head, Self::Child) | (Self::Parent, Self::Head) => Some("child"),
            (Self::Head, Self::Parent) | (Self::Child, Self::Head) => Some("parent"),
            (Self::Head, Self::Spouse) | (Self::Spouse, Self::Head) => Some("spouse"),
            _ => None,
        }
    }
}

/// Somebody whom a person may act for, and why.
#[derive(Clone, Copy)]
pub(super) struct Bond<'a> {
    pub applicant: &'a Person,
    /// What the applicant is to the agent.
    pub relation: &'static str,
    source: &'static str,
}

impl Bond<'_> {
    /// What a service allows or not: `relative` or `company`.
    fn kind(&self) -> &'static str {
        if self.source == LICENCE {
            "company"
        } else {
            "relative"
        }
    }

    /// Whether the service lets it be done.
    fn is_allowed(&self, service: &Service) -> bool {
        service.represent.iter().any(|kind| kind == self.kind())
    }
}

/// Whose matter it is, and who sees to it.
pub(super) struct Party<'a> {
    pub signed_in: &'a Person,
    pub bond: Option<Bond<'a>>,
}

impl<'a> Party<'a> {
    /// Whose data is read and whose application it is (申请人).
    pub fn applicant(&self) -> &'a Person {
        self.bond.map_or(self.signed_in, |bond| bond.applicant)
    }

    /// Who acts (代办人), where that is somebody else.
    pub fn agent(&self) -> Option<&'a Person> {
        self.bond.map(|_| self.signed_in)
    }

    /// For whom the person acts, as documents note it: null for themselves.
    pub fn acts_for(&self) -> Value {
        self.bond.map_or(Value::Null, |bond| json!(bond.applicant.id))
    }

    /// As the client knows them.
    fn id(&self) -> Option<String> {
        self.bond.map(|bond| opaque(self.signed_in, &bond))
    }
}

/// Everybody this person may act for.
fn bonds<'a>(catalogue: &'a Catalogue, person: &Person, today: Date) -> Vec<Bond<'a>> {
    if person.is_company() || person.born.age_on(today) < ADULT {
        return Vec::new();
    }
    let number = &person.value["id_number"];
    let members = rows(person, HOUSEHOLD, "members");
    let place = |row: &Value| row["relation"].as_str().and_then(Place::read);
    let own = members.iter().find(|row| row["id_number"] == *number).and_then(place);
    let family = members.iter().filter_map(|row| {
        let applicant = catalogue.people.iter().find(|p| p.id != person.id && row["id_number"].is_string() && p.value["id_number"] == row["id_number"])?;
        Some(Bond { applicant, relation: own?.relation(place(row)?)?, source: HOUSEHOLD })
    });
    let is_officer = |company: &&Person| company.is_company() && rows(company, LICENCE, "officers").iter().any(|row| row["id_number"] == *number);
    let companies = catalogue.people.iter().filter(is_officer).map(|applicant| Bond { applicant, relation: "company_officer", source: LICENCE });
    family.chain(companies).collect()
}

/// The rows of a list in what a source has on somebody.
fn rows<'p>(person: &'p Person, source: &str, list: &str) -> &'p [Value] {
    person.records.get(source).and_then(|record| record.first.data[list].as_array()).map_or(&[], Vec::as_slice)
}

/// The same at every visit, and another one for every agent.
fn opaque(agent: &Person, bond: &Bond<'_>) -> String {
    fingerprint::of(format!("agent {} for {}", agent.id, bond.applicant.id).as_bytes())
}

impl<'a> Exchange<'a> {
    /// The person who asks, however surely known, and whom they act for; `None` where nobody is known.
    pub fn party_known(&self) -> Option<Party<'a>> {
        let signed_in = self.catalogue.person(self.visitor.person()?)?;
        let bond = self.visitor.acting().and_then(|id| bonds(self.catalogue, signed_in, self.today()).into_iter().find(|b| b.applicant.id == id));
        Some(Party { signed_in, bond })
    }

    /// The verified person and whom they act for: 401 for anybody else, 409 where the registers no longer let them.
    pub fn party(&self) -> Result<Party<'a>, Refusal> {
        self.applicant()?;
        let party = self.party_known().ok_or_else(Refusal::not_found)?;
        if self.visitor.acting().is_some() && party.bond.is_none() {
            return Err(acting_changed());
        }
        Ok(party)
    }

    /// The same in a service, of which the client says for whom its page is (`acting_for` of a body): another tab may have changed that.
    pub fn party_in(&self, service: &Service, body: &Map<String, Value>) -> Result<Party<'a>, Refusal> {
        let party = self.party()?;
        if party.id().as_deref() != self.said(body)? {
            return Err(acting_changed());
        }
        if !allows(service, &party) {
            return Err(Refusal::new(403, "acting-not-allowed", Say::ActingNotAllowedTitle, Say::ActingNotAllowedDetail));
        }
        Ok(party)
    }

    /// Whom a body names by their opaque id, whoever the session acts for: what was typed for one is never kept for another.
    pub fn party_named(&self, body: &Map<String, Value>) -> Result<Party<'a>, Refusal> {
        let signed_in = self.catalogue.person(&self.applicant()?).ok_or_else(Refusal::not_found)?;
        let bond = match self.said(body)? {
            None => None,
            Some(id) => Some(self.bond(signed_in, id).ok_or_else(|| Refusal::wrong("/acting_for", Say::UnknownValue, self.lang))?),
        };
        Ok(Party { signed_in, bond })
    }

    fn said<'b>(&self, body: &'b Map<String, Value>) -> Result<Option<&'b str>, Refusal> {
        match body.get("acting_for") {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(id)) => Ok(Some(id)),
            Some(_) => Err(Refusal::wrong("/acting_for", Say::WrongShape, self.lang)),
        }
    }

    fn bond(&self, agent: &Person, id: &str) -> Option<Bond<'a>> {
        bonds(self.catalogue, agent, self.today()).into_iter().find(|bond| opaque(agent, bond) == id)
    }

    /// `ActingFor` of the session; null for somebody who acts for themselves.
    pub fn acting_view(&self) -> Value {
        let Some((agent, bond)) = self.party_known().and_then(|party| Some((party.signed_in, party.bond?))) else { return Value::Null };
        json!({"id": opaque(agent, &bond), "name": masked(bond.applicant, self), "relation": bond.relation})
    }
}

/// Whether the service lets this be done for somebody else.
pub(super) fn allows(service: &Service, party: &Party<'_>) -> bool {
    party.bond.is_none_or(|bond| bond.is_allowed(service))
}

/// `Acting` of an application or a consent: who it is for and who saw to it. Null where that is one person.
pub(super) fn view(x: &Exchange<'_>, applicant: &Value, agent: &Value, relation: &Value) -> Value {
    let person = |id: &Value| id.as_str().and_then(|id| x.catalogue.person(id));
    match (person(applicant), person(agent)) {
        (Some(applicant), Some(agent)) => json!({"applicant": masked(applicant, x), "agent": masked(agent, x), "relation": relation}),
        _ => Value::Null,
    }
}

fn masked(person: &Person, x: &Exchange<'_>) -> String {
    let name = text(&person.name, x.lang);
    // What a company is called stands in a public register.
    if person.is_company() {
        name
    } else {
        mask_name(&name)
    }
}

/// `GET /represented`: whom this person may act for; with `service_id`, in that service.
pub(super) fn list(x: &mut Exchange<'_>) -> Outcome {
    let agent = x.catalogue.person(&x.applicant()?).ok_or_else(Refusal::not_found)?;
    let service = x.query("service_id").map(|id| x.service(&id)).transpose()?;
    let mut items = Vec::new();
    for bond in bonds(x.catalogue, agent, x.today()) {
        if service.is_some_and(|service| !bond.is_allowed(service)) {
            continue;
        }
        let id = opaque(agent, &bond);
        let basis = x.say(Say::ActingBasis, &[("source", &x.catalogue.source_name(bond.source, x.lang))]);
        items.push((id.clone(), json!({"id": id, "name": masked(bond.applicant, x), "relation": bond.relation, "basis": basis})));
    }
    Ok(Success::ok(page(x, items)?))
}

/// `PUT /session/acting`: from now on for this one.
pub(super) fn begin(x: &mut Exchange<'_>) -> Outcome {
    let agent = x.catalogue.person(&x.applicant()?).ok_or_else(Refusal::not_found)?;
    let body = x.body()?;
    let id = x.text(&body, "id", 100)?;
    let bond = x.bond(agent, &id).ok_or_else(|| Refusal::wrong("/id", Say::ActingUnknown, x.lang))?;
    sessions::act_for(x, Some(&bond.applicant.id));
    Ok(Success::nothing())
}

/// `DELETE /session/acting`: for oneself again.
pub(super) fn end(x: &mut Exchange<'_>) -> Outcome {
    if let Visitor::Known { .. } = x.visitor {
        sessions::act_for(x, None);
    }
    Ok(Success::nothing())
}

fn acting_changed() -> Refusal {
    Refusal::new(409, "acting-changed", Say::ActingChangedTitle, Say::ActingChangedDetail)
}

/// Whether whoever looks at the service could do it for somebody else: anybody may as long as they are not known.
pub(super) fn may_represent(x: &Exchange<'_>, service: &Service) -> bool {
    match x.visitor.verified().and_then(|id| x.catalogue.person(id)) {
        Some(agent) => bonds(x.catalogue, agent, x.today()).iter().any(|bond| bond.is_allowed(service)),
        None => !service.represent.is_empty(),
    }
}

/// Whether the register names this person as a parent of a child.
pub(super) fn is_child_of(x: &Exchange<'_>, child: &Value, person: &Person) -> bool {
    bonds(x.catalogue, person, x.today()).iter().any(|bond| bond.relation == "child" && *child == bond.applicant.id)
}

/// What eligibility says of a service that only the person themselves may use.
pub(super) fn not_allowed(x: &Exchange<'_>) -> Value {
    let say = |s: Say| s.text(x.lang);
    json!({
        "outcome": "ineligible",
        "checks": [{"text": say(Say::ActingNotAllowedTitle), "passed": false, "explain": say(Say::ActingNotAllowedWhy)}],
        "instead": [{"text": say(Say::ActingStopInstead)}, {"text": say(Say::ActingWindowInstead)}],
    })
}
