//! What a service asks of a person and what its sources say of them, through the contract.

use super::super::mistakes;
use super::Desk;
use crate::backend::transport::Method;
use crate::form::{Answers, Form};
use crate::model::prefill::SourcePrefill;
use serde_json::{json, Value};

impl Desk {
    /// A service's form as the backend gives it.
    pub fn form(&self, service: &str) -> Value {
        self.ask(Method::Get, &format!("/services/{service}/form"), &Value::Null)
    }

    /// What a service is called.
    pub fn name(&self, service: &str) -> String {
        self.ask(Method::Get, &format!("/services/{service}"), &Value::Null)["name"].as_str().unwrap_or_default().to_owned()
    }

    /// What the sources of a service say under a consent.
    pub fn prefills(&self, service: &str, consent: &str) -> Vec<SourcePrefill> {
        let terms = self.ask(Method::Get, &format!("/services/{service}/consent-terms"), &Value::Null);
        let ids = terms["sources"].as_array().into_iter().flatten().filter_map(|s| s["id"].as_str());
        let read = |id: &str| {
            let said = self.ask(Method::Get, &format!("/services/{service}/prefill/{id}?consent_id={consent}"), &Value::Null);
            serde_json::from_value(said).map_err(|e| mistakes::note(format!("{service} {id}: {e}"))).ok()
        };
        ids.filter_map(read).collect()
    }

    /// What the app would submit.
    pub fn submission(&self, service: &str, consent: &str, typed: &Value) -> Option<Value> {
        let form = self.form(service);
        let version = form["version"].as_str().unwrap_or_default().to_owned();
        let form = Form::load(&version, &form["schema"]).map_err(|e| mistakes::note(e.to_string())).ok()?;
        let mut answers = Answers::new(&form);
        self.prefills(service, consent).iter().for_each(|said| drop(answers.merge(said)));
        for (pointer, value) in typed.as_object().into_iter().flatten() {
            if form.field(pointer).is_none_or(|field| answers.type_in(field, value.clone()).is_err()) {
                mistakes::note(format!("{service} takes no answer at {pointer}"));
            }
        }
        let today = self.now.get().date_in_china();
        Some(json!({
            "service_id": service, "form_version": version, "consent_id": consent,
            "data": answers.data(&form, today), "provenance": answers.provenance(&form, today),
        }))
    }
}
