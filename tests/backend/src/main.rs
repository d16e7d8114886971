//! The reference backend: the demo core ([`miaoban::demo`]) behind axum over SQLite, for end-to-end tests and for people who write a
//! backend of their own. It listens on the loopback address only.

mod args;
mod core;
mod cors;
mod http;
mod oidc;
mod patterns;
mod provider;
mod sqlite;

use args::Args;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use std::io::Write;
use std::process::ExitCode;
use std::time::Duration;
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> ExitCode {
    let args = match Args::read(std::env::args().skip(1), std::env::var("PORT").ok(), std::env::var("OIDC_CLIENT_SECRET").ok()) {
        Ok(Some(args)) => args,
        Ok(None) => {
            println!("{}", args::HELP);
            return ExitCode::SUCCESS;
        }
        Err(reason) => {
            eprintln!("miaoban-backend: {reason}\n\n{}", args::HELP);
            return ExitCode::FAILURE;
        }
    };
    match serve(args).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("miaoban-backend: {reason}");
            ExitCode::FAILURE
        }
    }
}

async fn serve(args: Args) -> Result<(), String> {
    let oidc = args.oidc.as_ref().map(oidc::Provider::new).transpose()?;
    let core = core::start(&args)?;
    let listener = TcpListener::bind(("127.0.0.1", args.port)).await.map_err(|e| format!("cannot listen on 127.0.0.1:{}: {e}", args.port))?;
    let address = listener.local_addr().map_err(|e| e.to_string())?;
    let router = http::router(core, oidc, &args, address.port());
    // One line that tests and scripts can wait for.
    println!("Reference backend at http://localhost:{} (API under /api, data in {})", address.port(), args.db.display());
    let _ = std::io::stdout().flush();

    let graceful = GracefulShutdown::new();
    let mut stop = std::pin::pin!(tokio::signal::ctrl_c());
    loop {
        tokio::select! {
            accepted = listener.accept() => {
                let Ok((stream, from)) = accepted else { continue };
                let service = TowerToHyperService::new(router.clone());
                let service = hyper::service::service_fn(move |mut request: hyper::Request<hyper::body::Incoming>| {
                    let service = service.clone();
                    request.extensions_mut().insert(http::Caller(from.ip()));
                    async move { http::or_drop(hyper::service::Service::call(&service, request).await) }
                });
                let mut builder = hyper::server::conn::http1::Builder::new();
                let connection = builder.timer(TokioTimer::new()).serve_connection(TokioIo::new(stream), service);
                let connection = graceful.watch(connection);
                tokio::spawn(async move {
                    // A client that goes away, and a connection that a fault closes, are no news.
                    let _ = connection.await;
                });
            }
            _ = &mut stop => break,
        }
    }
    drop(listener);
    // Those who are waiting for an answer get it; who keeps a connection open does not keep us.
    let _ = tokio::time::timeout(Duration::from_secs(3), graceful.shutdown()).await;
    Ok(())
}
