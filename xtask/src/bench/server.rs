//! A web server for the page that measures: files of some folders, and a place to say what came of
//! it.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use crate::Result;

/// A running server. Its threads end with the program.
pub struct Server {
    port: u16,
    told: Receiver<String>,
}

impl Server {
    /// Serves folders, each under the start of a path; of those that fit the first counts.
    pub fn start(folders: Vec<(String, PathBuf)>) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let port = listener.local_addr()?.port();
        let (tell, told) = channel();
        let folders = Arc::new(folders);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (folders, tell) = (Arc::clone(&folders), tell.clone());
                // A visitor that leaves in the middle is its own business.
                std::thread::spawn(move || answer(stream, &folders, &tell));
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
    mut stream: TcpStream,
    folders: &[(String, PathBuf)],
    tell: &Sender<String>,
) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut line = String::new();
    reader.read_line(&mut line)?;
    let target = line.split(' ').nth(1).unwrap_or_default().to_owned();
    let mut length = 0;
    loop {
        let mut header = String::new();
        if reader.read_line(&mut header)? == 0 || header.trim_end().is_empty() {
            break;
        }
        if let Some(value) = header.to_ascii_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().unwrap_or(0);
        }
    }
    let mut body = String::new();
    reader.take(length).read_to_string(&mut body)?;
    let path = target
        .split('?')
        .next()
        .unwrap_or_default()
        .trim_start_matches('/');
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
    let status = if content.is_some() {
        "200 OK"
    } else {
        "404 Not Found"
    };
    let content = content.unwrap_or_default();
    // Isolated from other origins, a page has a clock that is fine enough and is told its memory.
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {}\r\nContent-Length: {}\r\nConnection: close\r\n\
         Cross-Origin-Opener-Policy: same-origin\r\nCross-Origin-Embedder-Policy: require-corp\r\n\r\n",
        kind(path),
        content.len()
    )?;
    stream.write_all(&content)
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
