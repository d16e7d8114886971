//! Opening an identity check, at the start of an application and where a surer one is needed.

use super::handoff::{PendingAsk, PendingHandoff, PendingLink};
use crate::backend::{ApiError, Client, Key};
use crate::model::consent::{IdentityMethod, MethodKind};
use crate::model::identity::{Elsewhere, IdentityRequest, IdentityReturn, IdentitySession, IdentityStatus};
use crate::model::session::Level;
use crate::platform::passkey::{self, PasskeyFault};
use crate::platform::{address, device, random};
use crate::route::Route;

/// Where the person goes once a check is open.
pub enum Next {
    Provider,
    /// The provider will want to see the person: the camera is tried first.
    Camera,
    /// It is answered in the app, asked about (on this device or on a phone), or carried out by the wrapper.
    Here,
}

/// What a check is about, beside what the backend is told of it.
#[derive(Default)]
pub struct Going {
    /// By the face.
    pub face: bool,
    /// A wrapper carries checks out.
    pub hosted: bool,
    /// Afterwards the person chooses for whom they act (代办).
    pub for_other: bool,
    /// Somebody who asks the person.
    pub asked: Option<PendingAsk>,
    /// Of a step-up: the path of the page that wants it.
    pub back: Option<String>,
}

/// A token that nobody guesses.
///
/// # Errors
/// Where the browser has no source of randomness.
pub fn token() -> Result<String, ApiError> {
    random::token().ok_or_else(|| ApiError::Unreadable { detail: "this browser has no source of randomness".to_owned() })
}

/// Opens a check at the start of an application, under a consent.
///
/// # Errors
/// Those of the call.
pub async fn begin(client: &Client, service: &str, consent: String, method: String, going: Going) -> Result<Next, ApiError> {
    let request = request(service, method)?;
    leave(client, IdentityRequest { consent_id: Some(consent), ..request }, going).await
}

/// Opens a step-up that is carried out elsewhere: what comes back leads to where the person is now.
///
/// # Errors
/// Those of the call.
pub async fn step_up(client: &Client, service: &str, here: &Route, method: &IdentityMethod, level: Level, hosted: bool) -> Result<Next, ApiError> {
    let is_face = method.kind == MethodKind::Face;
    let going = Going { face: is_face, hosted, back: Some(here.path()), ..Going::default() };
    let face = is_face.then_some(true);
    let request = request(service, method.id.clone())?;
    leave(client, IdentityRequest { level: Some(level), face, ..request }, going).await
}

fn request(service: &str, method: String) -> Result<IdentityRequest, ApiError> {
    let return_url = format!("{}{}", address::origin(), Route::Handoff.path());
    Ok(IdentityRequest { service_id: service.to_owned(), consent_id: None, method, return_url, state: token()?, level: None, face: None })
}

async fn leave(client: &Client, request: IdentityRequest, going: Going) -> Result<Next, ApiError> {
    let session = client.open_identity_session(&request, &Key::new(token()?)).await?;
    // One check at a time: what this tab did for another device is left.
    PendingLink::forget();
    let Going { face, hosted, for_other, asked, back } = going;
    PendingHandoff { session: session.id, state: request.state, service: request.service_id, camera: face, for_other, asked, back }.keep();
    match session.url {
        Some(_) if hosted => {
            PendingHandoff::begin();
            Ok(Next::Here)
        }
        Some(_) if session.elsewhere == Some(Elsewhere::Offered) && device::is_computer() => Ok(Next::Here),
        Some(_) if face => Ok(Next::Camera),
        Some(url) if address::leave_for(&url) => Ok(Next::Provider),
        None if session.ask.is_some() => Ok(Next::Here),
        _ => Err(ApiError::Unreadable { detail: "the identity session has no address to go to".to_owned() }),
    }
}

/// Why a device did not confirm.
#[derive(Debug, Clone, PartialEq)]
pub enum NotConfirmed {
    Here(PasskeyFault),
    There(ApiError),
}

impl From<ApiError> for NotConfirmed {
    fn from(error: ApiError) -> Self {
        Self::There(error)
    }
}

/// A step-up by this device, without leaving the page.
///
/// # Errors
/// What the device or the backend said; nothing has changed then.
pub async fn confirm_by_device(client: &Client, service: &str, method: &str, level: Level) -> Result<(), NotConfirmed> {
    let request = IdentityRequest { level: Some(level), ..request(service, method.to_owned())? };
    let session = client.open_identity_session(&request, &Key::new(token()?)).await?;
    let unreadable = || ApiError::Unreadable { detail: "the identity session asks for no passkey".to_owned() };
    let asked = session.ask.and_then(|ask| ask.passkey).ok_or_else(unreadable)?;
    let proof = passkey::prove(&asked).await.map_err(NotConfirmed::Here)?;
    let told = IdentityReturn { state: request.state, passkey: Some(proof), ..IdentityReturn::default() };
    match client.confirm_identity(&session.id, &told).await? {
        IdentitySession { status: IdentityStatus::Done, .. } => Ok(()),
        _ => Err(NotConfirmed::Here(PasskeyFault::NotDone)),
    }
}
