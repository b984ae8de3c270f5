//! A web server that serves one folder under a path, and remembers each request.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use tiny_http::{Header, Request, Response};

use crate::Result;

/// The path that the release is served under: not the root, so that a URL from the root is noticed.
const BASE: &str = "/some/sub/path/";

/// An empty page without any policy, to try journeys' own tools on.
const BARE: &str = "/bare/";

/// A running server. Its threads end with the program.
pub struct Server {
    port: u16,
    shared: Arc<Shared>,
}

struct Shared {
    folder: PathBuf,
    requests: Mutex<Vec<String>>,
    faults: Mutex<Vec<(String, Fault)>>,
}

/// What may be wrong with a host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The file is not there.
    Missing,
    /// The file comes with a type that means nothing.
    Untyped,
}

impl Server {
    /// Serves a folder on a free port of this machine.
    pub fn start(folder: &Path) -> Result<Self> {
        let server = tiny_http::Server::http("127.0.0.1:0")?;
        let address = server.server_addr().to_ip();
        let port = address.ok_or("the server has no port")?.port();
        let shared = Arc::new(Shared {
            folder: folder.to_owned(),
            requests: Mutex::default(),
            faults: Mutex::default(),
        });
        let visited = Arc::clone(&shared);
        std::thread::spawn(move || {
            for request in server.incoming_requests() {
                let shared = Arc::clone(&visited);
                // A visitor that leaves in the middle is its own business.
                std::thread::spawn(move || shared.answer(request));
            }
        });
        Ok(Self { port, shared })
    }

    /// Where the page is.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}{BASE}", self.port)
    }

    /// Where the page without a policy is.
    pub fn bare_url(&self) -> String {
        format!("http://127.0.0.1:{}{BARE}", self.port)
    }

    /// Every request so far, as method and path with query.
    pub fn requests(&self) -> Vec<String> {
        lock(&self.shared.requests).clone()
    }

    /// From now on something is wrong with a file.
    pub fn break_file(&self, file: &str, fault: Fault) {
        lock(&self.shared.faults).push((file.to_owned(), fault));
    }
}

impl Shared {
    fn answer(&self, request: Request) -> std::io::Result<()> {
        let (method, target) = (request.method().to_string(), request.url().to_owned());
        lock(&self.requests).push(format!("{method} {target}"));
        let (status, kind, body) = self.response(&target);
        let mut response = Response::from_data(body).with_status_code(status);
        if let Ok(kind) = Header::from_bytes("Content-Type", kind) {
            response.add_header(kind);
        }
        request.respond(response)
    }

    /// Status, type and content.
    fn response(&self, target: &str) -> (u16, &'static str, Vec<u8>) {
        const MISSING: (u16, &str, Vec<u8>) = (404, "text/plain", Vec::new());
        let path = target.split(['?', '#']).next().unwrap_or("");
        if path == BARE {
            let page = b"<!doctype html><link rel=icon href=data:,><title>Bare</title>";
            return (200, "text/html", page.to_vec());
        }
        let Some(file) = path.strip_prefix(BASE).filter(|file| !file.contains("..")) else {
            return MISSING;
        };
        let file = if file.is_empty() { "index.html" } else { file };
        let fault = lock(&self.faults)
            .iter()
            .find(|(name, _)| name == file)
            .map(|(_, fault)| *fault);
        if fault == Some(Fault::Missing) {
            return MISSING;
        }
        let Ok(bytes) = std::fs::read(self.folder.join(file)) else {
            return MISSING;
        };
        let kind = match Path::new(file).extension().and_then(|end| end.to_str()) {
            _ if fault == Some(Fault::Untyped) => "application/octet-stream",
            Some("html") => "text/html",
            Some("js") => "text/javascript",
            Some("wasm") => "application/wasm",
            Some("css") => "text/css",
            Some("svg") => "image/svg+xml",
            Some("json" | "webmanifest") => "application/json",
            _ => "application/octet-stream",
        };
        (200, kind, bytes)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
