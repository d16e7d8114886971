//! The core on a thread of its own: requests come to it one after the other, each in one transaction.

use crate::args::Args;
use crate::patterns::Ecma;
use crate::sqlite::SqliteStore;
use miaoban::backend::transport::{Call, Reply};
use miaoban::demo::{Answer, Backend, Catalogue, Conditions, Faults, Oidc};
use miaoban::model::date::Moment;
use miaoban::model::session::Carrying;
use std::collections::BTreeMap;
use std::panic::{catch_unwind, AssertUnwindSafe};
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};
use tokio::sync::{mpsc, oneshot};

/// A request on its way to the core.
struct Job {
    call: Call,
    provider_base: String,
    caller: String,
    oidc: Option<Oidc>,
    answer: oneshot::Sender<Answer>,
}

/// Sends requests to the core.
#[derive(Clone)]
pub struct Core(mpsc::Sender<Job>);

impl Core {
    /// The core's answer; `None` where it is gone.
    pub async fn ask(&self, call: Call, provider_base: String, caller: String, oidc: Option<Oidc>) -> Option<Answer> {
        let (answer, wait) = oneshot::channel();
        self.0.send(Job { call, provider_base, caller, oidc, answer }).await.ok()?;
        wait.await.ok()
    }
}

/// Reads the data, opens the store and starts the thread.
///
/// # Errors
/// What is wrong with the data (file and JSON Pointer) or the database.
pub fn start(args: &Args) -> Result<Core, String> {
    let data = read(&args.data)?;
    // Told here, where somebody reads it; the thread reads the data again, since expressions do not move between threads.
    Catalogue::parse(&data).map_err(|e| e.to_string())?;
    let mut store = SqliteStore::open(&args.db).map_err(|e| format!("cannot open {}: {e}", args.db.display()))?;
    let (origins, session) = (args.origins.clone(), args.session.clone());
    let (sender, mut jobs) = mpsc::channel::<Job>(64);
    std::thread::spawn(move || {
        let Ok(catalogue) = Catalogue::parse(&data) else { return };
        let backend = Backend::new(catalogue).with_patterns(std::sync::Arc::new(Ecma));
        while let Some(job) = jobs.blocking_recv() {
            let answer = answer(&backend, &mut store, &job, &origins, &session);
            let _ = job.answer.send(answer);
        }
    });
    Ok(Core(sender))
}

fn answer(backend: &Backend, store: &mut SqliteStore, job: &Job, origins: &[String], session: &Carrying) -> Answer {
    let mut random = random;
    let mut conditions = Conditions {
        now: now(),
        random: &mut random,
        faults: Faults::default(),
        provider_base: job.provider_base.clone(),
        allowed_origins: origins.to_vec(),
        session: session.clone(),
        caller: Some(job.caller.clone()),
        oidc: job.oidc.clone(),
    };
    if let Err(error) = store.begin() {
        eprintln!("miaoban-backend: the store cannot begin: {error}");
        return broken();
    }
    // A bug in the core must cost one request, not the server, and leave nothing half written.
    let answer = catch_unwind(AssertUnwindSafe(|| backend.answer(store, &job.call, &mut conditions)));
    match (answer, store.failure()) {
        (Ok(answer), None) => match store.commit() {
            Ok(()) => answer,
            Err(error) => {
                eprintln!("miaoban-backend: the store cannot commit: {error}");
                broken()
            }
        },
        (_, failure) => {
            store.roll_back();
            if let Some(failure) = failure {
                eprintln!("miaoban-backend: the store failed: {failure}");
            }
            broken()
        }
    }
}

fn broken() -> Answer {
    let body = br#"{"type":"https://miaoban.example/problems/internal","title":"Internal error","status":500}"#;
    let headers = vec![("Content-Type".to_owned(), "application/problem+json".to_owned()), ("Cache-Control".to_owned(), "no-store".to_owned())];
    Answer { response: Reply { status: 500, headers, body: body.to_vec() }, delay_ms: 0, dropped: false, exchange: None }
}

fn read(root: &Path) -> Result<BTreeMap<String, String>, String> {
    let open = |name: &str| std::fs::read_to_string(root.join(name)).map_err(|e| format!("cannot read {}: {e}", root.join(name).display()));
    let index = open("index.json")?;
    let mut files = BTreeMap::new();
    for name in Catalogue::files(&index).map_err(|e| e.to_string())? {
        let text = open(&name)?;
        files.insert(name, text);
    }
    files.insert("index.json".to_owned(), index);
    Ok(files)
}

fn now() -> Moment {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Moment(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

fn random() -> u64 {
    let mut bytes = [0; 8];
    // Without random numbers no secret could be given out: better to fail the request (see `answer`) than to guess.
    if getrandom::fill(&mut bytes).is_err() {
        std::panic::panic_any("the system has no random numbers");
    }
    u64::from_le_bytes(bytes)
}
