//! The network part of OpenID Connect: the provider's metadata and keys, the exchange of a code, and every check of its ID token.

use crate::args::OidcArgs;
use miaoban::demo::{Claims, CodeExchange, Exchanged, NotExchanged, Oidc};
use openidconnect::core::{
    CoreAuthDisplay, CoreClaimName, CoreClaimType, CoreClient, CoreClientAuthMethod, CoreGenderClaim, CoreGrantType, CoreIdTokenVerifier, CoreJsonWebKey,
    CoreJweContentEncryptionAlgorithm, CoreJweKeyManagementAlgorithm, CoreJwsSigningAlgorithm, CoreResponseMode, CoreResponseType, CoreSubjectIdentifierType,
    CoreTokenResponse,
};
use openidconnect::{
    reqwest, AccessTokenHash, AdditionalProviderMetadata, AuthType, AuthorizationCode, ClaimsVerificationError, ClientId, ClientSecret, EmptyAdditionalClaims,
    IdTokenClaims, IssuerUrl, Nonce, OAuth2TokenResponse, PkceCodeVerifier, ProviderMetadata, RedirectUrl, RequestTokenError, SignatureVerificationError,
    TokenResponse,
};
use serde::{Deserialize, Serialize};
use std::time::Duration;
use tokio::sync::Mutex;

/// How long the provider may take for one answer.
const PATIENCE: Duration = Duration::from_secs(10);
/// Signed with a key that the provider alone has: neither `none`, nor a secret that this backend has too.
const ALGORITHMS: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

/// What RFC 9207 adds to the metadata.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct NamesIssuer {
    #[serde(default)]
    authorization_response_iss_parameter_supported: bool,
}

impl AdditionalProviderMetadata for NamesIssuer {}

type Metadata = ProviderMetadata<
    NamesIssuer,
    CoreAuthDisplay,
    CoreClientAuthMethod,
    CoreClaimName,
    CoreClaimType,
    CoreGrantType,
    CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm,
    CoreJsonWebKey,
    CoreResponseMode,
    CoreResponseType,
    CoreSubjectIdentifierType,
>;

type TokenClaims = IdTokenClaims<EmptyAdditionalClaims, CoreGenderClaim>;

/// The provider that this backend is registered at.
pub struct Provider {
    issuer: IssuerUrl,
    client_id: ClientId,
    client_secret: Option<ClientSecret>,
    http: reqwest::Client,
    /// Read when it is first needed: the provider may start after us, or be away for a while.
    metadata: Mutex<Option<Metadata>>,
}

impl Provider {
    /// # Errors
    /// What is wrong with the command line.
    pub fn new(args: &OidcArgs) -> Result<Self, String> {
        let issuer = IssuerUrl::new(args.issuer.clone()).map_err(|e| format!("--oidc-issuer is not an address: {e}"))?;
        // A redirect would lead the secret and the code elsewhere.
        let http = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).timeout(PATIENCE).build().map_err(|e| e.to_string())?;
        let client_secret = args.client_secret.clone().map(ClientSecret::new);
        Ok(Self { issuer, client_id: ClientId::new(args.client_id.clone()), client_secret, http, metadata: Mutex::new(None) })
    }

    /// What the core has to know; `read`: it is worth waiting for the metadata.
    pub async fn told(&self, read: bool) -> Oidc {
        let metadata = if read { self.metadata(None).await } else { None };
        Oidc {
            issuer: self.issuer.as_str().to_owned(),
            client_id: self.client_id.as_str().to_owned(),
            authorization_endpoint: metadata.as_ref().map(|m| m.authorization_endpoint().as_str().to_owned()),
            names_issuer: metadata.is_some_and(|m| m.additional_metadata().authorization_response_iss_parameter_supported),
            exchanged: None,
        }
    }

    /// Exchanges a code, and verifies what comes for it.
    pub async fn exchange(&self, wanted: &CodeExchange) -> Exchanged {
        let result = self.claims(wanted).await;
        Exchanged { session: wanted.session.clone(), code: wanted.code.clone(), result }
    }

    async fn claims(&self, wanted: &CodeExchange) -> Result<Claims, NotExchanged> {
        let metadata = self.metadata(None).await.ok_or(NotExchanged::Unreachable)?;
        let token = self.token(&metadata, wanted).await?;
        let nonce = Nonce::new(wanted.nonce.clone());
        let verified = match self.verified(&metadata, &token, &nonce) {
            // The provider may sign with a key that it did not have when its keys were read.
            Err(ClaimsVerificationError::SignatureVerification(SignatureVerificationError::NoMatchingKey)) => {
                let newer = self.metadata(Some(&metadata)).await.ok_or(NotExchanged::Unreachable)?;
                self.verified(&newer, &token, &nonce)
            }
            verified => verified,
        };
        let claims = verified.map_err(|error| {
            eprintln!("miaoban-backend: an ID token was refused: {}", whole(&error));
            NotExchanged::Refused
        })?;
        Ok(Claims { issuer: claims.issuer().as_str().to_owned(), subject: claims.subject().as_str().to_owned(), nonce: wanted.nonce.clone() })
    }

    async fn token(&self, metadata: &Metadata, wanted: &CodeExchange) -> Result<CoreTokenResponse, NotExchanged> {
        let mut client = CoreClient::from_provider_metadata(metadata.clone(), self.client_id.clone(), self.client_secret.clone());
        let ways = metadata.token_endpoint_auth_methods_supported();
        if ways.is_some_and(|ways| !ways.contains(&CoreClientAuthMethod::ClientSecretBasic) && ways.contains(&CoreClientAuthMethod::ClientSecretPost)) {
            client = client.set_auth_type(AuthType::RequestBody);
        }
        let redirect = RedirectUrl::new(wanted.redirect_uri.clone()).map_err(|_| NotExchanged::Refused)?;
        let client = client.set_redirect_uri(redirect);
        let request = client.exchange_code(AuthorizationCode::new(wanted.code.clone())).map_err(|_| NotExchanged::Refused)?;
        let answer = request.set_pkce_verifier(PkceCodeVerifier::new(wanted.verifier.clone())).request_async(&self.http).await;
        answer.map_err(|error| {
            eprintln!("miaoban-backend: a code was not exchanged: {}", whole(&error));
            match error {
                RequestTokenError::ServerResponse(_) => NotExchanged::Refused,
                // No answer, or none of the protocol's: a provider in trouble.
                _ => NotExchanged::Unreachable,
            }
        })
    }

    /// Signature, algorithm, issuer, audience, time and nonce, and whether it was issued with the access token beside it.
    fn verified(&self, metadata: &Metadata, token: &CoreTokenResponse, nonce: &Nonce) -> Result<TokenClaims, ClaimsVerificationError> {
        let verifier = match &self.client_secret {
            Some(secret) => CoreIdTokenVerifier::new_confidential_client(self.client_id.clone(), secret.clone(), self.issuer.clone(), metadata.jwks().clone()),
            None => CoreIdTokenVerifier::new_public_client(self.client_id.clone(), self.issuer.clone(), metadata.jwks().clone()),
        };
        let verifier = verifier.set_allowed_algs(ALGORITHMS);
        let other = |what: &str| ClaimsVerificationError::Other(what.to_owned());
        let id_token = token.id_token().ok_or_else(|| other("there is none"))?;
        let claims = id_token.claims(&verifier, nonce)?;
        if let Some(expected) = claims.access_token_hash() {
            let algorithm = id_token.signing_alg().map_err(|e| other(&e.to_string()))?;
            let key = id_token.signing_key(&verifier).map_err(ClaimsVerificationError::SignatureVerification)?;
            let own = AccessTokenHash::from_token(token.access_token(), algorithm, key).map_err(|e| other(&e.to_string()))?;
            if own != *expected {
                return Err(other("it belongs to another access token"));
            }
        }
        Ok(claims.clone())
    }

    /// The provider's metadata with its keys, read once; anew where what was read does not do (`stale`).
    async fn metadata(&self, stale: Option<&Metadata>) -> Option<Metadata> {
        let mut kept = self.metadata.lock().await;
        if let Some(known) = kept.as_ref().filter(|known| stale.is_none_or(|s| s.jwks() != known.jwks())) {
            return Some(known.clone());
        }
        match Metadata::discover_async(self.issuer.clone(), &self.http).await {
            Ok(read) => *kept = Some(read),
            Err(error) => {
                eprintln!("miaoban-backend: the provider of OpenID Connect at {} is not reached: {}", self.issuer.as_str(), whole(&error));
                return None;
            }
        }
        kept.clone()
    }
}

/// An error and what it comes from, in one line for the operator.
fn whole(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(Some(error), |e| e.source());
    causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}
