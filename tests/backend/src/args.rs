//! The command line.

use miaoban::model::session::Carrying;
use std::path::PathBuf;

/// The header of `--csrf`.
const CSRF: &str = "X-CSRF-Token";

/// What `--help` says.
pub const HELP: &str = "\
The reference backend of Miaoban: the contract of public/openapi.json over a SQLite file.

  --port N        port on 127.0.0.1 (default: $PORT, or 8081; 0 picks a free one)
  --db PATH       SQLite file, created when missing (default: miaoban-backend.sqlite)
  --data DIR      demo data (default: public/demo)
  --origin URL    origin of the app, may be repeated (default: http://localhost:8080 and http://127.0.0.1:8080)
  --oidc-issuer URL          issuer of a provider of OpenID Connect: the method of kind oidc is offered then
  --oidc-client-id ID        what this backend is registered as there (default: miaoban)
  --oidc-client-secret TEXT  its secret, where it has one (default: $OIDC_CLIENT_SECRET, which no list of processes shows)
  --session KIND  how calls say whose they are: cookie (default), or bearer (the token comes with the answer that verifies a person)
  --csrf          with cookies: what changes something needs the header X-CSRF-Token, whose value comes with GET /session
  --help          this text

Open the app by the same host name as this backend (localhost for both): to a browser, localhost and 127.0.0.1 are
different sites, and the session's cookie stays within one.";

/// What the command line asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Args {
    pub port: u16,
    pub db: PathBuf,
    pub data: PathBuf,
    /// Origins of the app, exact: for CORS and for return addresses.
    pub origins: Vec<String>,
    pub session: Carrying,
    pub oidc: Option<OidcArgs>,
}

/// How this backend is registered at a provider of OpenID Connect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OidcArgs {
    pub issuer: String,
    pub client_id: String,
    pub client_secret: Option<String>,
}

impl Args {
    /// Reads the command line; `None` where help is asked for.
    ///
    /// # Errors
    /// What is wrong, in words for the one who typed it.
    pub fn read(mut words: impl Iterator<Item = String>, port: Option<String>, secret: Option<String>) -> Result<Option<Self>, String> {
        let number = |text: &str| text.parse::<u16>().map_err(|_| format!("{text} is not a port"));
        let mut args = Self {
            port: port.filter(|p| !p.is_empty()).map_or(Ok(8081), |p| number(&p))?,
            db: PathBuf::from("miaoban-backend.sqlite"),
            data: PathBuf::from("public/demo"),
            origins: Vec::new(),
            session: Carrying::default(),
            oidc: None,
        };
        let (mut issuer, mut client_id, mut client_secret) = (None, None, secret.filter(|s| !s.is_empty()));
        let mut csrf = false;
        while let Some(word) = words.next() {
            let (name, inline) = word.split_once('=').map_or((word.as_str(), None), |(n, v)| (n, Some(v.to_owned())));
            if matches!(name, "--help" | "-h") {
                return Ok(None);
            }
            if name == "--csrf" && inline.is_none() {
                csrf = true;
                continue;
            }
            let known = ["--port", "--db", "--data", "--origin", "--session", "--oidc-issuer", "--oidc-client-id", "--oidc-client-secret"];
            if !known.contains(&name) {
                return Err(format!("unknown option {name}"));
            }
            let value = inline.or_else(|| words.next()).ok_or_else(|| format!("{name} needs a value"))?;
            match name {
                "--port" => args.port = number(&value)?,
                "--db" => args.db = PathBuf::from(value),
                "--session" => {
                    args.session = match value.as_str() {
                        "cookie" => Carrying::default(),
                        "bearer" => Carrying::Bearer,
                        other => return Err(format!("--session is cookie or bearer, not {other}")),
                    };
                }
                "--data" => args.data = PathBuf::from(value),
                "--oidc-issuer" => issuer = Some(value),
                "--oidc-client-id" => client_id = Some(value),
                "--oidc-client-secret" => client_secret = Some(value),
                _ => args.origins.push(value.trim_end_matches('/').to_owned()),
            }
        }
        if csrf {
            if args.session == Carrying::Bearer {
                return Err("--csrf is for cookies: no browser adds a bearer token by itself".to_owned());
            }
            args.session = Carrying::Cookie { csrf: Some(CSRF.to_owned()) };
        }
        if args.origins.is_empty() {
            args.origins = ["http://localhost:8080", "http://127.0.0.1:8080"].map(str::to_owned).to_vec();
        }
        if issuer.is_none() && client_id.is_some() {
            return Err("--oidc-client-id needs --oidc-issuer".to_owned());
        }
        args.oidc = issuer.map(|issuer| OidcArgs { issuer, client_id: client_id.unwrap_or_else(|| "miaoban".to_owned()), client_secret });
        Ok(Some(args))
    }
}
