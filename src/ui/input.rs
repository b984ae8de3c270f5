//! What can be read: files, pasted text, the sample.

use std::rc::Rc;

use web_sys::File;

use crate::protocol::{Request, Take};

use super::platform::{self, NamedFile};
use super::session::Source;
use super::text;

/// Something to read.
#[derive(Clone, PartialEq)]
pub enum Input {
    /// Files.
    Files(Vec<NamedFile>),
    /// Text from the clipboard.
    Text(String),
    /// The built-in sample.
    Sample,
    /// Papers of others: a parcel, and what becomes of the marks and notes in it.
    Parcel(Rc<str>, Take),
    /// Nothing: the source of this name is taken out. It is kept among what was read, so that a new
    /// worker takes it out at the same point.
    Remove(String),
}

impl Input {
    /// The files, which go to the worker beside the request.
    pub fn into_files(self) -> Vec<File> {
        match self {
            Self::Files(files) => files.into_iter().map(|named| named.file).collect(),
            Self::Text(_) | Self::Sample | Self::Parcel(..) | Self::Remove(_) => Vec::new(),
        }
    }
}

impl Source for Input {
    fn request(&self, job: u32) -> Request {
        match self {
            Self::Files(files) => Request::Open {
                job,
                names: files.iter().map(|file| file.name.clone()).collect(),
            },
            Self::Text(text) => Request::Paste {
                job,
                text: text.clone(),
            },
            Self::Sample => Request::Sample { job },
            Self::Parcel(parcel, take) => Request::Parcel {
                job,
                parcel: parcel.to_string(),
                take: *take,
                at: platform::clock(),
            },
            Self::Remove(source) => Request::Remove {
                job,
                source: source.clone(),
            },
        }
    }

    fn label(&self) -> String {
        match self {
            Self::Files(files) => match files.as_slice() {
                [only] => only.name.clone(),
                _ => text::files(files.len()),
            },
            Self::Text(_) => text::PASTED.to_owned(),
            Self::Sample => text::SAMPLE.to_owned(),
            Self::Parcel(..) => text::SHARED_PAPERS.to_owned(),
            Self::Remove(name) => name.clone(),
        }
    }

    fn files(&self) -> u32 {
        match self {
            Self::Files(files) => u32::try_from(files.len().max(1)).unwrap_or(u32::MAX),
            Self::Text(_) | Self::Sample | Self::Parcel(..) | Self::Remove(_) => 1,
        }
    }

    fn parcel(&self) -> Option<Rc<str>> {
        match self {
            Self::Parcel(parcel, _) => Some(Rc::clone(parcel)),
            Self::Files(_) | Self::Text(_) | Self::Sample | Self::Remove(_) => None,
        }
    }

    fn joined(&self) -> Self {
        match self {
            Self::Parcel(parcel, _) => Self::Parcel(Rc::clone(parcel), Take::Own),
            other => other.clone(),
        }
    }

    fn file(&self, number: u32) -> Option<Self> {
        match self {
            Self::Files(files) => {
                let file = files.get(number as usize)?;
                Some(Self::Files(vec![file.clone()]))
            }
            Self::Text(_) | Self::Sample | Self::Remove(_) | Self::Parcel(..) => None,
        }
    }
}
