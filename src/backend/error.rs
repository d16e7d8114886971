//! Everything that can go wrong with a call, sorted by what the person can do about it.

use crate::backend::transport::TransportError;
use crate::model::problem::ProblemDetails;

/// Why a call did not give what it should.
#[derive(Debug, Clone, PartialEq)]
pub enum ApiError {
    /// No answer: the network or the server is away. Trying again is safe.
    Unreachable,
    /// No answer within the deadline. Trying again is safe.
    TimedOut,
    /// 429, with the seconds to wait where the backend named them.
    TooMany { retry_after_s: Option<u32> },
    /// 401: nobody is signed in, or the session has ended.
    SignedOut,
    /// 404.
    NotFound,
    /// 4xx with a problem that the backend explains.
    Refused { status: u16, problem: ProblemDetails },
    /// 5xx.
    Broken { status: u16 },
    /// The answer was not what the contract says: HTML, half a body, a missing member. For the maintainer.
    Unreadable { detail: String },
}

impl ApiError {
    /// Whether the same call may simply be made again.
    pub fn is_passing(&self) -> bool {
        matches!(self, Self::Unreachable | Self::TimedOut | Self::TooMany { .. } | Self::Broken { .. } | Self::Unreadable { .. })
    }

    /// Whether this backend does not offer the operation at all: 404, 405 or 501 where something was to be put or listed.
    pub fn is_unsupported(&self) -> bool {
        matches!(self, Self::NotFound | Self::Refused { status: 405, .. } | Self::Broken { status: 501 })
    }

    /// The problem's case, where the backend named one (`identity-replayed`, `locked-value`, …).
    pub fn case(&self) -> &str {
        match self {
            Self::Refused { problem, .. } => problem.case(),
            _ => "",
        }
    }
}

impl From<TransportError> for ApiError {
    fn from(e: TransportError) -> Self {
        match e {
            TransportError::Unreachable => Self::Unreachable,
            TransportError::TimedOut => Self::TimedOut,
        }
    }
}
