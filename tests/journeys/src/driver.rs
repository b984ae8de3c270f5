//! The browser: `WebDriver`, spoken to chromedriver. The general clients for it bring an
//! asynchronous runtime, which the few commands of journeys are no reason for.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::LazyLock;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value, json};
use ureq::{Agent, http};

use crate::Result;

/// The key under which `WebDriver` hands out an element's number.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// The longest that one command may take; a page may load for as long.
const PATIENCE: Duration = Duration::from_mins(1);

/// No answer is longer, in bytes: the longest are screenshots.
const LONGEST_ANSWER: u64 = 256 << 20;

/// What Chromium is started with: no window, no network of its own, and with each element telling
/// the role and the name it has for assistive technology, so that journeys need no idea of their
/// own of what these are.
const FLAGS: [&str; 11] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1440,900",
    "--enable-blink-features=ComputedAccessibilityInfo",
    // Otherwise the tree of roles and names is built anew for each question.
    "--force-renderer-accessibility",
];

/// A running chromedriver. It ends with this value.
pub struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// Starts one on a port of its choice.
    pub fn start() -> Result<Self> {
        let mut process =
            Command::new(std::env::var_os("CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into()))
                .arg("--port=0")
                .stdout(Stdio::piped())
                .spawn()
                .map_err(|error| format!("chromedriver does not start: {error}"))?;
        let stdout = process.stdout.take().ok_or("chromedriver says nothing")?;
        let mut lines = BufReader::new(stdout).lines();
        let port = lines
            .by_ref()
            .map_while(std::io::Result::ok)
            .find_map(|line| {
                let port = line.split("successfully on port ").nth(1)?;
                port.trim_end_matches('.').parse().ok()
            })
            .ok_or("chromedriver does not say its port")?;
        // Nobody may leave the other end of its output, or it stops when the pipe is full.
        std::thread::spawn(move || lines.for_each(drop));
        Ok(Self { process, port })
    }

    /// Opens a browser with a fresh profile.
    pub fn open_browser(&self) -> Result<Browser> {
        self.open_browser_with(&[])
    }

    /// Opens a browser that is started with these flags too.
    pub fn open_browser_with(&self, flags: &[&str]) -> Result<Browser> {
        let flags = [&FLAGS[..], flags].concat();
        let capabilities = json!({ "capabilities": { "alwaysMatch": {
            "goog:chromeOptions": { "args": flags },
            "goog:loggingPrefs": { "browser": "ALL" },
        } } });
        let session = call(self.port, "POST", "/session", Some(&capabilities))?;
        let id = session["sessionId"]
            .as_str()
            .ok_or("chromedriver opens no session")?;
        Ok(Browser {
            port: self.port,
            session: format!("/session/{id}"),
        })
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A browser with one tab. It closes with this value.
pub struct Browser {
    port: u16,
    session: String,
}

/// An element of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element(String);

impl Element {
    /// As an argument of a script.
    pub fn argument(&self) -> Value {
        json!({ ELEMENT: self.0 })
    }

    /// From a script's result.
    pub fn from_result(value: &Value) -> Option<Self> {
        Some(Self(value[ELEMENT].as_str()?.to_owned()))
    }
}

/// An element was found, and the page has drawn it anew or taken it away since.
#[derive(Debug)]
pub struct Stale(String);

impl std::fmt::Display for Stale {
    fn fmt(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for Stale {}

impl Browser {
    /// Goes to an address and waits until it has loaded.
    pub fn go(&self, url: &str) -> Result {
        self.post("/url", &json!({ "url": url })).map(drop)
    }

    /// Runs the body of a function with `arguments` and gives its result; a promise is waited for.
    pub fn run(&self, body: &str, arguments: &[Value]) -> Result<Value> {
        self.post(
            "/execute/sync",
            &json!({ "script": body, "args": arguments }),
        )
    }

    /// Clicks in the middle of an element, scrolled into view, if nothing lies over it.
    pub fn click(&self, element: &Element) -> Result {
        let path = format!("/element/{}/click", element.0);
        self.post(&path, &json!({})).map(drop)
    }

    /// Types into an element. For a file input: the paths, one a line.
    pub fn type_into(&self, element: &Element, text: &str) -> Result {
        let path = format!("/element/{}/value", element.0);
        self.post(&path, &json!({ "text": text })).map(drop)
    }

    /// Presses and releases keys one by one, wherever the focus is.
    pub fn press(&self, keys: &str) -> Result {
        let strokes: Vec<Value> = keys
            .chars()
            .flat_map(|key| {
                ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": key.to_string() }))
            })
            .collect();
        let actions = json!([{ "type": "key", "id": "keyboard", "actions": strokes }]);
        self.post("/actions", &json!({ "actions": actions }))
            .map(drop)
    }

    /// Presses keys one by one while another is held.
    pub fn press_with(&self, held: &str, keys: &str) -> Result {
        let stroke = |kind: &str, key: &str| json!({ "type": kind, "value": key });
        let mut strokes = vec![stroke("keyDown", held)];
        for key in keys.chars() {
            let key = key.to_string();
            strokes.extend(["keyDown", "keyUp"].map(|kind| stroke(kind, &key)));
        }
        strokes.push(stroke("keyUp", held));
        let actions = json!([{ "type": "key", "id": "keyboard", "actions": strokes }]);
        self.post("/actions", &json!({ "actions": actions }))
            .map(drop)
    }

    /// Draws with the mouse from the middle of one element to a place so many pixels beside the
    /// middle of another.
    pub fn draw(&self, from: &Element, to: &Element, beside: (i32, i32)) -> Result {
        let go = |element: &Element, x: i32, y: i32| json!({ "type": "pointerMove", "duration": 50, "origin": element.argument(), "x": x, "y": y });
        let button = |kind: &str| json!({ "type": kind, "button": 0 });
        let strokes = [
            go(from, 0, 0),
            button("pointerDown"),
            go(to, 0, 0),
            go(to, beside.0, beside.1),
            button("pointerUp"),
        ];
        let actions = json!([{ "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" }, "actions": strokes }]);
        self.post("/actions", &json!({ "actions": actions }))
            .map(drop)
    }

    /// Draws a finger from the middle of an element so many pixels across and down, and lifts it.
    pub fn swipe(&self, from: &Element, by: (i32, i32)) -> Result {
        let go = |part: i32| {
            let (x, y) = (by.0 * part / 4, by.1 * part / 4);
            json!({ "type": "pointerMove", "duration": 30, "origin": from.argument(), "x": x, "y": y })
        };
        let touch = |kind: &str| json!({ "type": kind, "button": 0 });
        let strokes = [
            go(0),
            touch("pointerDown"),
            go(1),
            go(2),
            go(3),
            go(4),
            touch("pointerUp"),
        ];
        let actions = json!([{ "type": "pointer", "id": "finger", "parameters": { "pointerType": "touch" }, "actions": strokes }]);
        self.post("/actions", &json!({ "actions": actions }))
            .map(drop)
    }

    /// Opens another tab and goes to it. Gives what the tab before and this one are called.
    pub fn open_tab(&self) -> Result<(String, String)> {
        let path = format!("{}/window", self.session);
        let before = call(self.port, "GET", &path, None)?;
        let tab = self.post("/window/new", &json!({ "type": "tab" }))?;
        let name = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let (before, tab) = (name(&before), name(&tab["handle"]));
        self.go_to_tab(&tab)?;
        Ok((before, tab))
    }

    /// Goes to a tab.
    pub fn go_to_tab(&self, tab: &str) -> Result {
        self.post("/window", &json!({ "handle": tab })).map(drop)
    }

    /// One step `back` in the history or `forward`, or the same page anew: `refresh`.
    pub fn travel(&self, direction: &str) -> Result {
        self.post(&format!("/{direction}"), &json!({})).map(drop)
    }

    /// Gives the page a window of this size, in CSS pixels; smaller ones too than a window on a
    /// desktop can be.
    pub fn resize(&self, width: u32, height: u32) -> Result {
        let metrics =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.command("Emulation.setDeviceMetricsOverride", &metrics)
    }

    /// Runs a script in every page that is opened from now on, before any of its own.
    pub fn prepare(&self, script: &str) -> Result {
        let source = json!({ "source": script });
        self.command("Page.addScriptToEvaluateOnNewDocument", &source)
    }

    /// Has the page look as it would on paper, or as it does on the screen again.
    pub fn as_on_paper(&self, is_on: bool) -> Result {
        let media = if is_on { "print" } else { "" };
        self.command("Emulation.setEmulatedMedia", &json!({ "media": media }))
    }

    /// A command of the browser's own protocol, for what `WebDriver` has no word for.
    fn command(&self, name: &str, parameters: &Value) -> Result {
        let body = json!({ "cmd": name, "params": parameters });
        self.post("/goog/cdp/execute", &body).map(drop)
    }

    /// What has come to the console since it was last asked, each with its level.
    pub fn console(&self) -> Result<Vec<(String, String)>> {
        let entries = self.post("/se/log", &json!({ "type": "browser" }))?;
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        Ok(entries
            .as_array()
            .into_iter()
            .flatten()
            .map(|entry| (text(&entry["level"]), text(&entry["message"])))
            .collect())
    }

    /// The page as it looks, as a PNG.
    pub fn screenshot(&self) -> Result<Vec<u8>> {
        let path = format!("{}/screenshot", self.session);
        let picture = call(self.port, "GET", &path, None)?;
        Ok(BASE64.decode(picture.as_str().unwrap_or_default())?)
    }

    fn post(&self, command: &str, body: &Value) -> Result<Value> {
        let path = format!("{}{command}", self.session);
        call(self.port, "POST", &path, Some(body))
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = call(self.port, "DELETE", &self.session, None);
    }
}

/// One command of `WebDriver`, and the value it gives.
fn call(port: u16, method: &str, path: &str, body: Option<&Value>) -> Result<Value> {
    static AGENT: LazyLock<Agent> = LazyLock::new(|| {
        let config = Agent::config_builder()
            .timeout_global(Some(PATIENCE))
            // What went wrong stands in the body.
            .http_status_as_error(false);
        config.build().into()
    });
    let request = http::Request::builder()
        .method(method)
        .uri(format!("http://127.0.0.1:{port}{path}"))
        .header("Content-Type", "application/json; charset=utf-8");
    let answer = match body {
        Some(body) => AGENT.run(request.body(body.to_string())?),
        None => AGENT.run(request.body(())?),
    };
    let mut answer = answer.map_err(|error| format!("no answer to {method} {path}: {error}"))?;
    let body = answer.body_mut().with_config().limit(LONGEST_ANSWER);
    let mut answer: Value = serde_json::from_slice(&body.read_to_vec()?)?;
    let value = answer["value"].take();
    let Some(error) = value["error"].as_str() else {
        return Ok(value);
    };
    let message = value["message"].as_str().unwrap_or_default();
    let said = format!("{error}: {message}");
    Err(match error {
        "stale element reference" => Stale(said).into(),
        _ => said.into(),
    })
}
