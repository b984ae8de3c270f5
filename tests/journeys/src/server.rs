//! A web server that serves one folder under a path, and remembers each request.
//!
//! It closes each connection after its answer, which the crate `tiny_http` cannot be told to do:
//! that one served two connections of a browser by one thread, and a page hung while it loaded.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD as BASE64;
use sha2::{Digest as _, Sha256};

use crate::Result;
use crate::stage::Stage;

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
    stage: Stage,
    requests: Mutex<Vec<String>>,
    faults: Mutex<Vec<(String, Fault)>>,
    /// What is served in place of files.
    instead: Mutex<Vec<(String, Vec<u8>)>>,
    line: Mutex<Line>,
}

/// What lies between the host and its visitors.
#[derive(Clone, Copy)]
enum Line {
    /// Nothing that takes time.
    Free,
    /// A line of so many bytes a second, and how long each answer takes to begin. What is sent
    /// before has it until then.
    Slow {
        rate: u32,
        delay: Duration,
        free_at: Instant,
    },
    /// It is cut.
    Cut,
}

/// What may be wrong with a host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The file is not there.
    Missing,
    /// The file comes with a type that means nothing.
    Untyped,
    /// The file does not come until it is mended.
    Held,
}

impl Server {
    /// Serves a folder on a free port of this machine.
    pub fn start(folder: &Path) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let port = listener.local_addr()?.port();
        let shared = Arc::new(Shared {
            folder: folder.to_owned(),
            stage: Stage::default(),
            requests: Mutex::default(),
            faults: Mutex::default(),
            instead: Mutex::default(),
            line: Mutex::new(Line::Free),
        });
        let served = Arc::clone(&shared);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let shared = Arc::clone(&served);
                // A visitor that leaves in the middle is its own business.
                std::thread::spawn(move || shared.answer(stream));
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

    /// What is put into the pages that it serves.
    pub fn stage(&self) -> &Stage {
        &self.shared.stage
    }

    /// Every request so far, as method and path with query.
    pub fn requests(&self) -> Vec<String> {
        lock(&self.shared.requests).clone()
    }

    /// From now on something is wrong with a file.
    pub fn break_file(&self, file: &str, fault: Fault) {
        lock(&self.shared.faults).push((file.to_owned(), fault));
    }

    /// From now on nothing is wrong with a file any more.
    pub fn mend_file(&self, file: &str) {
        lock(&self.shared.faults).retain(|(name, _)| name != file);
    }

    /// From now on a file has this content; with `None` its own again.
    pub fn replace(&self, file: &str, content: Option<Vec<u8>>) {
        let mut instead = lock(&self.shared.instead);
        instead.retain(|(name, _)| name != file);
        instead.extend(content.map(|content| (file.to_owned(), content)));
    }

    /// From now on the server cannot be reached.
    pub fn cut(&self) {
        *lock(&self.shared.line) = Line::Cut;
    }

    /// From now on it is reached by a line of so many bytes a second, on which an answer begins so
    /// much later.
    pub fn slow_down(&self, rate: u32, delay: Duration) {
        let free_at = Instant::now();
        *lock(&self.shared.line) = Line::Slow {
            rate,
            delay,
            free_at,
        };
    }
}

impl Shared {
    fn answer(&self, mut stream: TcpStream) -> std::io::Result<()> {
        stream.set_read_timeout(Some(Duration::from_secs(10)))?;
        let line = *lock(&self.line);
        match line {
            Line::Free => {}
            Line::Slow { delay, .. } => std::thread::sleep(delay),
            Line::Cut => return Ok(()),
        }
        let mut reader = BufReader::new(stream.try_clone()?);
        let mut line = String::new();
        reader.read_line(&mut line)?;
        let mut words = line.split(' ');
        let (method, target) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
        if target.is_empty() {
            // Browsers open spare connections and never use them.
            return Ok(());
        }
        lock(&self.requests).push(format!("{method} {target}"));
        let (mut length, mut known) = (0, String::new());
        loop {
            let mut header = String::new();
            if reader.read_line(&mut header)? == 0 || header.trim_end().is_empty() {
                break;
            }
            let header = header.to_ascii_lowercase();
            if let Some(value) = header.strip_prefix("content-length:") {
                length = value.trim().parse().unwrap_or(0);
            }
            if let Some(value) = header.strip_prefix("if-none-match:") {
                value.trim().clone_into(&mut known);
            }
        }
        // What is sent along is of no interest, but an answer before it is read looks like a broken
        // connection.
        std::io::copy(&mut reader.take(length), &mut std::io::sink())?;

        let (mut status, kind, mut body) = self.response(target);
        // As hosts do, so that a browser need not fetch again what it has.
        let tag = format!("\"{:x}\"", Sha256::digest(&body));
        if tag == known && status.starts_with("200") {
            (status, body) = ("304 Not Modified", Vec::new());
        }
        write!(
            stream,
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nETag: {tag}\r\n\
             Connection: close\r\n\r\n",
            body.len()
        )?;
        for some in body.chunks(8192) {
            std::thread::sleep(self.wait_for(some.len()));
            stream.write_all(some)?;
        }
        Ok(())
    }

    /// How long it takes until so many bytes are over the line.
    fn wait_for(&self, bytes: usize) -> Duration {
        let mut line = lock(&self.line);
        let Line::Slow { rate, free_at, .. } = &mut *line else {
            return Duration::ZERO;
        };
        let bytes = u32::try_from(bytes).unwrap_or(u32::MAX);
        let now = Instant::now();
        *free_at = now.max(*free_at) + Duration::from_secs(1) * bytes / *rate;
        *free_at - now
    }

    /// What a file has now.
    fn content(&self, file: &str) -> Option<Vec<u8>> {
        let instead = lock(&self.instead)
            .iter()
            .find(|(name, _)| name == file)
            .map(|(_, content)| content.clone());
        instead.or_else(|| std::fs::read(self.folder.join(file)).ok())
    }

    /// The service worker, which knows the page by its hash: by that of the page as it is served.
    fn dressed_service(&self, script: &[u8]) -> Vec<u8> {
        let page = self.content("index.html").unwrap_or_default();
        let dressed = self
            .stage
            .dress(String::from_utf8_lossy(&page).into_owned());
        let [own, dressed] = [&page[..], dressed.as_bytes()]
            .map(|page| format!("sha256-{}", BASE64.encode(Sha256::digest(page))));
        let script = String::from_utf8_lossy(script);
        script.replace(&own, &dressed).into_bytes()
    }

    fn response(&self, target: &str) -> (&'static str, &'static str, Vec<u8>) {
        const MISSING: (&str, &str, Vec<u8>) = ("404 Not Found", "text/plain", Vec::new());
        let path = target.split(['?', '#']).next().unwrap_or("");
        if path == BARE {
            let page = "<!doctype html><link rel=icon href=data:,><title>Bare</title>";
            let page = self.stage.dress(page.to_owned());
            return ("200 OK", "text/html", page.into_bytes());
        }
        let Some(file) = path.strip_prefix(BASE).filter(|file| !file.contains("..")) else {
            return MISSING;
        };
        let file = if file.is_empty() { "index.html" } else { file };
        let fault = || {
            let faults = lock(&self.faults);
            let of_file = faults.iter().find(|(name, _)| name == file);
            of_file.map(|(_, fault)| *fault)
        };
        while fault() == Some(Fault::Held) {
            std::thread::sleep(Duration::from_millis(20));
        }
        let fault = fault();
        if fault == Some(Fault::Missing) {
            return MISSING;
        }
        let Some(bytes) = self.content(file) else {
            return MISSING;
        };
        let kind = match Path::new(file).extension().and_then(|end| end.to_str()) {
            _ if fault == Some(Fault::Untyped) => "application/octet-stream",
            Some("html") => {
                let page = String::from_utf8_lossy(&bytes).into_owned();
                return ("200 OK", "text/html", self.stage.dress(page).into_bytes());
            }
            Some("js") if file == "sw.js" => {
                return ("200 OK", "text/javascript", self.dressed_service(&bytes));
            }
            Some("js") => "text/javascript",
            Some("wasm") => "application/wasm",
            Some("css") => "text/css",
            Some("svg") => "image/svg+xml",
            Some("json" | "webmanifest") => "application/json",
            _ => "application/octet-stream",
        };
        ("200 OK", kind, bytes)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
