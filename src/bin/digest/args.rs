//! What the command line asks for.

use std::ffi::OsString;

use lexopt::prelude::{Long, Short, Value};
use lexopt::{Error, Parser};

use digest_explorer::core::digest::Format;
use digest_explorer::core::export::Form;
use digest_explorer::core::order::Sort;

/// What to do.
#[derive(Debug)]
pub enum Command {
    /// Print a text and end.
    Print(String),
    /// Write the papers of these files.
    Parse(Vec<String>),
    /// Check these files.
    Lint(Vec<String>),
    /// Search these files.
    Query(QueryOptions),
    /// Write the papers of these files for others.
    Export(ExportOptions),
    /// Write a page with the papers of these files.
    Page(PageOptions),
}

/// What `digest page` was asked.
#[derive(Debug, Default)]
pub struct PageOptions {
    /// The file to write.
    pub out: String,
    /// The query that the page opens with.
    pub query: Option<String>,
    /// Only papers that match; all without it.
    pub only: Option<String>,
    /// What the page is called.
    pub title: Option<String>,
    /// Where the one-file program is.
    pub program: Option<String>,
    /// The files to read.
    pub files: Vec<String>,
}

/// What `digest export` was asked.
#[derive(Debug)]
pub struct ExportOptions {
    /// The format to write.
    pub form: Form,
    /// Only papers that match; all without it.
    pub query: Option<String>,
    /// The files to read.
    pub files: Vec<String>,
}

/// What `digest query` was asked.
#[derive(Debug, Default)]
pub struct QueryOptions {
    /// The query, or the file with one a line.
    pub queries: Queries,
    /// The files to search.
    pub files: Vec<String>,
    /// Write how many papers match, not which.
    pub count: bool,
    /// Write the counts of the facets.
    pub facets: bool,
    /// The order of the ids.
    pub sort: Option<Sort>,
}

/// Where the queries stand.
#[derive(Debug)]
pub enum Queries {
    /// On the command line.
    One(String),
    /// In this file, one a line.
    Batch(String),
}

impl Default for Queries {
    fn default() -> Self {
        Self::One(String::new())
    }
}

const HELP: &str = "\
Reads paper digests: lists of arXiv papers as text.

Usage:
  digest parse FILE…           one JSON object a paper
  digest lint FILE…            what is wrong in the files: file:line: severity: message
  digest query 'EXPR' FILE…    the ids of the papers that match, in order
  digest export --format FORMAT FILE…
                               the papers as bibtex, biblatex, ris, csl, csv, markdown, ndjson,
                               org, plain (citations) or obsidian (a .zip of notes)
  digest page FILE… -o PAGE.html
                               one page with the papers and the program that explores them

A file is a list of papers in one of the formats below, or a .gz or .zip of them, also in one
another; - is the standard input. A query may start with a minus: digest query '-announce:new' FILE

Options of query:
  --count          how many match, not which
  --facets         the counts beside the facets' values, as JSON
  --sort ORDER     relevance, newest, oldest, title or id
  --batch FILE     answer each line of FILE, in place of 'EXPR', with one JSON object

Options of export:
  --query EXPR     only the papers that match

Options of page:
  -o, --out FILE   the page; - is the standard output
  --query EXPR     what the page opens with; all papers are in it nevertheless
  --only EXPR      only the papers that match
  --title TITLE    what it is called
  --program PATH   digest-explorer.html of a release; looked for beside this program and in dist/

  -h, --help       this text
  -V, --version    the version

Exit status, of every command: 0 fine; 1 something in a file could not be read, or all of it, and
the standard error says what (of lint the standard output; warnings and notes are no reason); 2 wrong
usage, a wrong query or a file that cannot be opened.

Formats that are read, and how an entry of each starts:
";

/// The help, with the formats.
fn help() -> String {
    let mut help = HELP.to_owned();
    for format in Format::all() {
        let (name, example) = (format.name(), format.example());
        help.extend(["  ", name, ": ", example, "\n"]);
    }
    help
}

/// Reads the command line.
pub fn parse(mut parser: Parser) -> Result<Command, Error> {
    let name = match parser.next()? {
        Some(Value(name)) => name.to_string_lossy().into_owned(),
        Some(arg) => return information(&arg).map_or_else(|| Err(arg.unexpected()), Ok),
        None => return Err("a command is missing: parse, lint, query, export or page".into()),
    };
    match name.as_str() {
        "parse" => files(parser, Command::Parse),
        "lint" => files(parser, Command::Lint),
        "query" => query(parser),
        "export" => export(parser),
        "page" => page(parser),
        other => {
            Err(format!("there is no command “{other}”: parse, lint, query, export or page").into())
        }
    }
}

fn files(mut parser: Parser, command: fn(Vec<String>) -> Command) -> Result<Command, Error> {
    let mut files = Vec::new();
    while let Some(arg) = parser.next()? {
        if let Some(command) = information(&arg) {
            return Ok(command);
        }
        match arg {
            Value(file) => files.push(text(file)?),
            other => return Err(other.unexpected()),
        }
    }
    some(files).map(command)
}

fn query(mut parser: Parser) -> Result<Command, Error> {
    let mut options = QueryOptions::default();
    let mut batch = None;
    let mut values = Vec::new();
    loop {
        if values.is_empty()
            && batch.is_none()
            && let Some(query) = negated(&mut parser)
        {
            values.push(text(query)?);
            continue;
        }
        let Some(arg) = parser.next()? else {
            break;
        };
        if let Some(command) = information(&arg) {
            return Ok(command);
        }
        match arg {
            Long("count") => options.count = true,
            Long("facets") => options.facets = true,
            Long("sort") => options.sort = Some(sort(&text(parser.value()?)?)?),
            Long("batch") => batch = Some(text(parser.value()?)?),
            Value(value) => values.push(text(value)?),
            other => return Err(other.unexpected()),
        }
    }
    options.queries = match batch {
        Some(file) => Queries::Batch(file),
        None if values.is_empty() => return Err("the query is missing".into()),
        None => Queries::One(values.remove(0)),
    };
    options.files = some(values)?;
    Ok(Command::Query(options))
}

/// A query that starts with a minus, as short options do, of which there are but two.
fn negated(parser: &mut Parser) -> Option<OsString> {
    let mut rest = parser.try_raw_args()?;
    let after = rest.peek()?.to_str()?.strip_prefix('-')?;
    let is_option = matches!(after, "" | "h" | "V") || after.starts_with('-');
    if is_option { None } else { rest.next() }
}

fn export(mut parser: Parser) -> Result<Command, Error> {
    let (mut chosen, mut query, mut files) = (None, None, Vec::new());
    while let Some(arg) = parser.next()? {
        if let Some(command) = information(&arg) {
            return Ok(command);
        }
        match arg {
            Long("format") => chosen = Some(form(&text(parser.value()?)?)?),
            Long("query") => query = Some(text(parser.value()?)?),
            Value(file) => files.push(text(file)?),
            other => return Err(other.unexpected()),
        }
    }
    let form = chosen.ok_or_else(|| Error::from(format!("--format is missing: {}", forms())))?;
    let files = some(files)?;
    Ok(Command::Export(ExportOptions { form, query, files }))
}

fn page(mut parser: Parser) -> Result<Command, Error> {
    let mut options = PageOptions::default();
    let mut out = None;
    let mut files = Vec::new();
    while let Some(arg) = parser.next()? {
        if let Some(command) = information(&arg) {
            return Ok(command);
        }
        match arg {
            Short('o') | Long("out") => out = Some(text(parser.value()?)?),
            Long("query") => options.query = Some(text(parser.value()?)?),
            Long("only") => options.only = Some(text(parser.value()?)?),
            Long("title") => options.title = Some(text(parser.value()?)?),
            Long("program") => options.program = Some(text(parser.value()?)?),
            Value(file) => files.push(text(file)?),
            other => return Err(other.unexpected()),
        }
    }
    options.files = some(files)?;
    options.out = out.ok_or("-o is missing: the file to write, or - for the standard output")?;
    Ok(Command::Page(options))
}

fn form(name: &str) -> Result<Form, Error> {
    let known = Form::ALL.into_iter().find(|form| form.id() == name);
    known.ok_or_else(|| format!("there is no format “{name}”: {}", forms()).into())
}

/// The names of the formats, for a message.
fn forms() -> String {
    Form::ALL.map(Form::id).join(", ")
}

fn information(arg: &lexopt::Arg) -> Option<Command> {
    match arg {
        Short('h') | Long("help") => Some(Command::Print(help())),
        Short('V') | Long("version") => {
            let version = env!("CARGO_PKG_VERSION");
            Some(Command::Print(format!("digest {version}\n")))
        }
        _ => None,
    }
}

fn sort(name: &str) -> Result<Sort, Error> {
    match name {
        "relevance" => Ok(Sort::Relevance),
        "newest" => Ok(Sort::Newest),
        "oldest" => Ok(Sort::Oldest),
        "title" => Ok(Sort::Title),
        "id" => Ok(Sort::Id),
        other => Err(format!(
            "there is no order “{other}”: relevance, newest, oldest, title or id"
        )
        .into()),
    }
}

fn some(files: Vec<String>) -> Result<Vec<String>, Error> {
    if files.is_empty() {
        return Err("a file is missing; - is the standard input".into());
    }
    Ok(files)
}

fn text(value: OsString) -> Result<String, Error> {
    value.into_string().map_err(Error::NonUnicodeValue)
}
