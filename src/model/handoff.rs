//! The identity check as the person sees it: what is known decides what happens, and nothing but the backend's word makes it passed.

use super::identity::{Ask, Elsewhere, FailReason, IdentitySession, IdentityStatus};

/// How far a check is.
#[derive(Debug, Clone, PartialEq)]
pub enum Handoff {
    /// The backend is being asked.
    Checking,
    /// Something is to be answered on this device.
    Asked(Ask),
    /// The provider has not finished, or the person came back by themselves.
    Waiting {
        url: Option<String>,
        /// Another device may carry it out.
        elsewhere: bool,
    },
    /// Another device carries it out.
    Elsewhere(Away),
    /// The app that this one is wrapped in carries it out.
    Hosted {
        /// Where the person goes where it turns out that it does not.
        url: String,
    },
    /// The backend has said so.
    Passed,
    Cancelled,
    Expired,
    Failed(FailReason),
    /// What came back does not belong to the check that was started here.
    Forged,
    /// It was used before.
    Replayed,
    /// No check is under way.
    Nothing,
    /// No answer, or none that can be used; asking again is safe.
    Trouble,
}

/// How far another device is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Away {
    /// The code is shown.
    Shown,
    Opened,
    /// It is done there, and does not count here before the backend has been asked to let it.
    Finished,
    /// Nothing was heard for as long as anybody waits: the person says when to ask.
    Quiet,
}

/// What can happen to it.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// The person opened the page: whether a check was started here, and whether what the address carried, if anything, belongs to it.
    Arrived { pending: bool, returned: Option<bool> },
    /// The backend said how the session stands.
    Told(IdentitySession),
    /// The backend refused, by the case that it named (`identity-forged` …); empty where it named none.
    Refused { case: String, is_unknown: bool },
    /// No answer came.
    Lost,
    /// The person asks how it stands.
    Again,
    /// The code for another device is shown.
    Linked,
    /// The person would rather not use the other device.
    Unlinked,
    /// Asked for long enough.
    Tired,
    /// The wrapper is asked to carry it out.
    Handed,
    /// The wrapper says that it is over, whichever way.
    HostSaid,
    /// The wrapper cannot, or the person would rather not.
    Unhosted,
}

impl Handoff {
    /// What follows from an event. Once the check has ended, only arriving anew changes anything: a late answer finds it closed.
    pub fn after(self, event: Event) -> Self {
        match event {
            Event::Arrived { pending: false, returned } => returned.map_or(Self::Nothing, |_| Self::Forged),
            Event::Arrived { pending: true, returned: Some(false) } => Self::Forged,
            Event::Arrived { pending: true, .. } => Self::Checking,
            _ if self.is_over() => self,
            Event::Again => match self {
                Self::Elsewhere(_) | Self::Hosted { .. } => self,
                _ => Self::Checking,
            },
            Event::Linked => match self {
                Self::Waiting { elsewhere: true, .. } => Self::Elsewhere(Away::Shown),
                _ => self,
            },
            Event::Unlinked => match self {
                Self::Elsewhere(_) => Self::Checking,
                _ => self,
            },
            Event::Tired => match self {
                Self::Elsewhere(_) => Self::Elsewhere(Away::Quiet),
                _ => self,
            },
            Event::Handed => match self {
                Self::Waiting { url: Some(url), .. } => Self::Hosted { url },
                _ => self,
            },
            Event::HostSaid => match self {
                Self::Hosted { .. } => Self::Checking,
                _ => self,
            },
            Event::Unhosted => match self {
                Self::Hosted { url } => Self::Waiting { url: Some(url), elsewhere: false },
                _ => self,
            },
            Event::Told(session) => match (Self::told(session, matches!(self, Self::Elsewhere(_))), self) {
                // To the backend it only has not ended.
                (Self::Waiting { .. }, hosted @ Self::Hosted { .. }) => hosted,
                (told, _) => told,
            },
            Event::Refused { case, is_unknown } => match case.as_str() {
                "identity-forged" => Self::Forged,
                "identity-replayed" => Self::Replayed,
                "identity-expired" => Self::Expired,
                _ if is_unknown => Self::Forged,
                _ => self.in_trouble(),
            },
            Event::Lost => self.in_trouble(),
        }
    }

    /// `away`: a code is shown, so that a check which nobody has opened yet is still one that waits for the other device.
    fn told(session: IdentitySession, away: bool) -> Self {
        let offered = session.elsewhere == Some(Elsewhere::Offered);
        let taken = session.elsewhere == Some(Elsewhere::Taken);
        match session.status {
            IdentityStatus::Done if taken => Self::Elsewhere(Away::Finished),
            IdentityStatus::Done => Self::Passed,
            IdentityStatus::Waiting | IdentityStatus::Opened => match session.ask {
                _ if taken => Self::Elsewhere(Away::Opened),
                _ if away && offered => Self::Elsewhere(Away::Shown),
                Some(ask) => Self::Asked(ask),
                None => Self::Waiting { url: session.url, elsewhere: offered },
            },
            IdentityStatus::Cancelled => Self::Cancelled,
            IdentityStatus::Expired => Self::Expired,
            IdentityStatus::Failed => Self::Failed(session.reason.unwrap_or(FailReason::Other)),
        }
    }

    /// A question that is open stays open: what is wrong is told beside it, and nothing typed is lost.
    fn in_trouble(self) -> Self {
        match self {
            Self::Asked(_) | Self::Waiting { .. } | Self::Elsewhere(_) | Self::Hosted { .. } => self,
            _ => Self::Trouble,
        }
    }

    /// Whether this check has ended: nothing more can come of it.
    pub fn is_over(&self) -> bool {
        matches!(self, Self::Passed | Self::Cancelled | Self::Expired | Self::Failed(_) | Self::Forged | Self::Replayed | Self::Nothing)
    }
}
