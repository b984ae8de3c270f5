//! A web server for the page that measures: files of some folders, and a place to say what came of
//! it.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use tiny_http::{Header, Request, Response};

use crate::Result;

/// A running server. Its threads end with the program.
pub struct Server {
    port: u16,
    told: Receiver<String>,
}

impl Server {
    /// Serves folders, each under the start of a path; of those that fit the first counts.
    pub fn start(folders: Vec<(String, PathBuf)>) -> Result<Self> {
        let server = tiny_http::Server::http("127.0.0.1:0")?;
        let address = server.server_addr().to_ip();
        let port = address.ok_or("the server has no port")?.port();
        let (tell, told) = channel();
        let folders = Arc::new(folders);
        std::thread::spawn(move || {
            for request in server.incoming_requests() {
                let (folders, tell) = (Arc::clone(&folders), tell.clone());
                // A visitor that leaves in the middle is its own business.
                std::thread::spawn(move || answer(request, &folders, &tell));
            }
        });
        Ok(Self { port, told })
    }

    /// Where the page is.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Waits for what the page says at its end.
    pub fn wait(&self, patience: Duration) -> Result<String> {
        self.told
            .recv_timeout(patience)
            .map_err(|_| "the page in the browser did not come to an end".into())
    }
}

fn answer(
    mut request: Request,
    folders: &[(String, PathBuf)],
    tell: &Sender<String>,
) -> std::io::Result<()> {
    let mut body = String::new();
    request.as_reader().read_to_string(&mut body)?;
    let target = request.url().to_owned();
    let path = target.split('?').next().unwrap_or_default();
    let path = path.trim_start_matches('/');
    let content = match path {
        "log" => {
            eprintln!("{body}");
            Some(Vec::new())
        }
        "done" => {
            // Nobody waits any more when the patience is over.
            let _ = tell.send(body);
            Some(Vec::new())
        }
        path => file(path, folders),
    };
    let status = if content.is_some() { 200 } else { 404 };
    let mut response = Response::from_data(content.unwrap_or_default()).with_status_code(status);
    // Isolated from other origins, a page has a clock that is fine enough and is told its memory.
    let headers = [
        ("Content-Type", kind(path)),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Embedder-Policy", "require-corp"),
    ];
    for (name, value) in headers {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    request.respond(response)
}

fn file(path: &str, folders: &[(String, PathBuf)]) -> Option<Vec<u8>> {
    let path = if path.is_empty() { "index.html" } else { path };
    let found = folders.iter().find_map(|(start, folder)| {
        let rest = path.strip_prefix(start.as_str())?;
        Some((folder, rest))
    });
    let (folder, rest) = found.filter(|_| !path.contains(".."))?;
    std::fs::read(folder.join(rest)).ok()
}

fn kind(path: &str) -> &'static str {
    match Path::new(path).extension().and_then(|end| end.to_str()) {
        None | Some("html") => "text/html",
        Some("js" | "mjs") => "text/javascript",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}
