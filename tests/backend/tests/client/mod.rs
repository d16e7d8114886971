//! A server process on a free port with a file of its own, and a small browser: one connection a request, one cookie.

use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

pub struct Server {
    child: Child,
    db: PathBuf,
    options: &'static [&'static str],
    pub port: u16,
}

impl Server {
    pub fn start(name: &str) -> Self {
        Self::with(name, &[])
    }

    /// With more options on its command line.
    pub fn with(name: &str, options: &'static [&'static str]) -> Self {
        let db = std::env::temp_dir().join(format!("miaoban-http-{name}-{}.sqlite", std::process::id()));
        let (child, port) = spawn(&db, options);
        Self { child, db, options, port }
    }

    /// As in a crash: no warning, no time to write anything.
    pub fn kill_and_start(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        (self.child, self.port) = spawn(&self.db, self.options);
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        for end in ["", "-wal", "-shm"] {
            let _ = std::fs::remove_file(format!("{}{end}", self.db.display()));
        }
    }
}

fn spawn(db: &PathBuf, options: &[&str]) -> (Child, u16) {
    let data = concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/demo");
    let mut child = Command::new(env!("CARGO_BIN_EXE_miaoban-backend"))
        .args(["--port", "0", "--data", data, "--db"])
        .arg(db)
        .args(options)
        .stdout(Stdio::piped())
        .spawn()
        .expect("the server starts");
    let mut line = String::new();
    BufReader::new(child.stdout.take().expect("stdout")).read_line(&mut line).expect("a line");
    let port = line.split("localhost:").nth(1).and_then(|rest| rest.split(' ').next()).and_then(|p| p.parse().ok());
    (child, port.unwrap_or_else(|| panic!("no address in {line:?}")))
}

pub struct Browser {
    port: u16,
    cookie: Option<String>,
    pub fault: String,
}

pub struct Answer {
    pub status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, v)| v.as_str())
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|e| panic!("{} no JSON ({e}): {}", self.status, String::from_utf8_lossy(&self.body)))
    }
}

impl Browser {
    pub fn of(server: &Server) -> Self {
        Self { port: server.port, cookie: None, fault: String::new() }
    }

    pub fn port(&self) -> u16 {
        self.port
    }

    pub fn moved_to(&mut self, server: &Server) {
        self.port = server.port;
    }

    pub fn get(&mut self, path: &str) -> Value {
        let answer = self.send("GET", path, &[], b"").expect("an answer");
        assert_eq!(answer.status, 200, "GET {path}: {}", String::from_utf8_lossy(&answer.body));
        answer.json()
    }

    pub fn post(&mut self, path: &str, key: &str, body: &Value) -> Answer {
        self.try_post(path, key, body).expect("an answer")
    }

    /// `None` where the connection was closed without an answer.
    pub fn try_post(&mut self, path: &str, key: &str, body: &Value) -> Option<Answer> {
        let mut headers = vec![("Content-Type", "application/json"), ("X-Requested-With", "miaoban"), ("Origin", "http://localhost:8080")];
        if !key.is_empty() {
            headers.push(("Idempotency-Key", key));
        }
        self.send("POST", path, &headers, body.to_string().as_bytes())
    }

    pub fn send(&mut self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Option<Answer> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("the server listens");
        stream.set_read_timeout(Some(Duration::from_secs(20))).expect("timeout");
        let mut head = format!("{method} {path} HTTP/1.1\r\nHost: localhost:{}\r\nConnection: close\r\nContent-Length: {}\r\n", self.port, body.len());
        for (name, value) in headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        if let Some(cookie) = &self.cookie {
            head.push_str(&format!("Cookie: {cookie}\r\n"));
        }
        if !self.fault.is_empty() {
            head.push_str(&format!("X-Demo-Fault: {}\r\n", self.fault));
        }
        stream.write_all(format!("{head}\r\n").as_bytes()).expect("sent");
        // A server that refuses a large body may stop reading it.
        let _ = stream.write_all(body);
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        let end = bytes.windows(4).position(|w| w == b"\r\n\r\n")?;
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let mut lines = head.lines();
        let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
        let headers: Vec<(String, String)> = lines.filter_map(|l| l.split_once(':')).map(|(n, v)| (n.to_owned(), v.trim().to_owned())).collect();
        let answer = Answer { status, headers, body: bytes[end + 4..].to_vec() };
        if let Some(pair) = answer.header("set-cookie").and_then(|c| c.split(';').next()) {
            self.cookie = Some(pair.to_owned());
        }
        Some(answer)
    }
}
