//! HTTP around the core: paths, sizes, headers, and answers that never come.

use crate::args::Args;
use crate::core::Core;
use crate::{cors, oidc, provider};
use axum::body::{to_bytes, Body};
use axum::extract::{Path, RawQuery, Request, State};
use axum::http::{header, HeaderMap, HeaderName, HeaderValue, Response, StatusCode};
use axum::response::Redirect;
use axum::routing::{any, get};
use axum::Router;
use miaoban::backend::transport::{Call, Method};
use miaoban::demo::Answer;
use miaoban::model::session::Carrying;
use std::convert::Infallible;
use std::net::IpAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// 6 MiB: an attachment of 5 MiB and some air, so that the core can say in words that one is too large. Parts of uploads are smaller.
const MOST_BYTES: usize = 6 * 1024 * 1024;

struct Server {
    core: Core,
    oidc: Option<oidc::Provider>,
    origins: Vec<String>,
    session: Carrying,
    data: PathBuf,
    port: u16,
}

/// Who is connected.
#[derive(Clone, Copy)]
pub struct Caller(pub IpAddr);

/// Marks an answer that must not be sent: the connection is closed instead.
#[derive(Clone)]
struct Dropped;

/// All paths of the server.
pub fn router(core: Core, oidc: Option<oidc::Provider>, args: &Args, port: u16) -> Router {
    let server = Server { core, oidc, origins: args.origins.clone(), session: args.session.clone(), data: args.data.clone(), port };
    Router::new()
        .route("/health", get(|| async { ([(header::CONTENT_TYPE, "application/json")], r#"{"status":"ok"}"#) }))
        .route(
            "/provider",
            get(|RawQuery(query): RawQuery| async move { Redirect::permanent(&format!("/provider/{}", query.map(|q| format!("?{q}")).unwrap_or_default())) }),
        )
        .route("/provider/", get(|State(server): State<Arc<Server>>| async move { provider::file(&server.data, "").await }))
        .route("/provider/{file}", get(|State(server): State<Arc<Server>>, Path(file): Path<String>| async move { provider::file(&server.data, &file).await }))
        .route("/api/{*path}", any(api))
        .with_state(Arc::new(server))
}

/// Closes the connection where the answer is to be lost.
pub fn or_drop(answer: Result<Response<Body>, Infallible>) -> Result<Response<Body>, std::io::Error> {
    match answer {
        Ok(response) if response.extensions().get::<Dropped>().is_some() => Err(std::io::Error::other("dropped on purpose")),
        Ok(response) => Ok(response),
        Err(never) => match never {},
    }
}

async fn api(State(server): State<Arc<Server>>, request: Request) -> Response<Body> {
    let (head, body) = request.into_parts();
    let preflight = head.method == axum::http::Method::OPTIONS;
    let mut response = if preflight { plain(StatusCode::NO_CONTENT) } else { answer(&server, &head, body).await };
    for (name, value) in cors::headers(&head.headers, &server.origins, &server.session, preflight) {
        response.headers_mut().append(name, value);
    }
    response.headers_mut().insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

async fn answer(server: &Server, head: &axum::http::request::Parts, body: Body) -> Response<Body> {
    let path = head.uri.path().strip_prefix("/api").unwrap_or_default();
    let method = match head.method.as_str() {
        "GET" | "HEAD" => Method::Get,
        "POST" => Method::Post,
        "PUT" => Method::Put,
        "DELETE" => Method::Delete,
        _ => return not_allowed(path),
    };
    let Ok(body) = to_bytes(body, MOST_BYTES).await else {
        return problem(StatusCode::PAYLOAD_TOO_LARGE, "too-large", "The body is larger than 6 MiB");
    };
    let whole = head.uri.path_and_query().map_or("/", |p| p.as_str());
    let call = Call { method, path: whole.strip_prefix("/api").unwrap_or(whole).to_owned(), headers: texts(&head.headers), body: body.to_vec() };
    let caller = head.extensions.get::<Caller>().map(|caller| caller.0.to_string()).unwrap_or_default();
    let Some(answer) = ask(server, call, provider_base(server, &head.headers), caller).await else {
        return problem(StatusCode::INTERNAL_SERVER_ERROR, "internal", "Internal error");
    };
    if answer.delay_ms > 0 {
        tokio::time::sleep(Duration::from_millis(answer.delay_ms.into())).await;
    }
    let mut response = Response::new(Body::from(answer.response.body));
    *response.status_mut() = StatusCode::from_u16(answer.response.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    for (name, value) in answer.response.headers {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            response.headers_mut().append(name, value);
        }
    }
    if answer.dropped {
        response.extensions_mut().insert(Dropped);
    }
    response
}

/// The core's answer. Where it waits for a code to be exchanged, that is done here, and the same asked again with what came of it.
async fn ask(server: &Server, call: Call, base: String, caller: String) -> Option<Answer> {
    let Some(provider) = &server.oidc else { return server.core.ask(call, base, caller, None).await };
    let mut told = provider.told(call.path.starts_with("/identity-sessions")).await;
    let answer = server.core.ask(call.clone(), base.clone(), caller.clone(), Some(told.clone())).await?;
    let Some(wanted) = &answer.exchange else { return Some(answer) };
    told.exchanged = Some(provider.exchange(wanted).await);
    server.core.ask(call, base, caller, Some(told)).await
}

/// The provider's page by the name that the client uses for this machine, so that both stay one site to its browser; any other name is not
/// believed.
fn provider_base(server: &Server, headers: &HeaderMap) -> String {
    let host = headers.get(header::HOST).and_then(|h| h.to_str().ok()).unwrap_or_default();
    let loopback = ["localhost", "127.0.0.1"].into_iter().find(|name| host.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with(':')));
    format!("http://{}:{}/provider/", loopback.unwrap_or("localhost"), server.port)
}

fn texts(headers: &HeaderMap) -> Vec<(String, String)> {
    headers.iter().filter_map(|(name, value)| Some((name.as_str().to_owned(), value.to_str().ok()?.to_owned()))).collect()
}

fn plain(status: StatusCode) -> Response<Body> {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    response
}

/// A method of no operation: what the address knows instead, if anything.
fn not_allowed(path: &str) -> Response<Body> {
    let known: Vec<&str> = miaoban::demo::methods(path).into_iter().map(Method::as_str).collect();
    if known.is_empty() {
        return problem(StatusCode::NOT_FOUND, "not-found", "Not found");
    }
    let mut response = problem(StatusCode::METHOD_NOT_ALLOWED, "method-not-allowed", "Method not allowed");
    if let Ok(allow) = HeaderValue::try_from(known.join(", ")) {
        response.headers_mut().insert(header::ALLOW, allow);
    }
    response
}

fn problem(status: StatusCode, case: &str, title: &str) -> Response<Body> {
    let body = serde_json::json!({"type": format!("https://miaoban.example/problems/{case}"), "title": title, "status": status.as_u16()});
    let mut response = Response::new(Body::from(body.to_string()));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    response
}
