//! What a tag starts, by its element and class.

use super::entry::Site;
use super::tokens::Tag;
use crate::core::digest::address::find_id;

/// What a part of a page says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A heading of the page.
    Heading,
    /// A paper's title.
    Title,
    /// Its authors.
    Authors,
    /// Authors, journal and year in one line, as Google Scholar has them.
    Byline,
    /// The authors' comment.
    Comments,
    /// Its categories.
    Subjects,
    /// Where it was published.
    Journal,
    /// Its DOI.
    Doi,
    /// Its abstract.
    Abstract,
    /// The start of its abstract, where the page has the whole as well.
    Short,
    /// When it was submitted.
    Submitted,
    /// What names it.
    Id,
}

impl Role {
    /// Whether the text has paragraphs and links.
    pub(super) fn has_paragraphs(self) -> bool {
        matches!(self, Self::Abstract | Self::Short | Self::Comments)
    }
}

/// See [`starts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Starts {
    /// An entry, and perhaps a part of it.
    Entry(Site, Option<Role>),
    /// A part of the entry that is open, or of the page.
    Part(Role),
}

/// What a tag starts, in an entry of a site and perhaps in a heading.
pub(super) fn starts(tag: &Tag<'_>, site: Option<Site>, in_heading: bool) -> Option<Starts> {
    if tag.is("dt") {
        return Some(Starts::Entry(Site::List, None));
    }
    if tag.is("a") && in_heading && tag.attribute("href").is_some_and(names_a_page) {
        return Some(Starts::Entry(Site::Faces, Some(Role::Title)));
    }
    let classes = tag.attribute("class");
    // Mail programs put a name of their own before the classes of what is passed on.
    let is =
        |one: &str, class: &str| one == class || (one.starts_with("m_") && one.ends_with(class));
    let has = |class: &str| {
        classes.is_some_and(|classes| classes.split_ascii_whitespace().any(|one| is(one, class)))
    };
    let entry = |site, role| Some(Starts::Entry(site, Some(role)));
    if tag.is("a") && has("gse_alrt_title") {
        return entry(Site::Scholar, Role::Title);
    }
    if tag.is("h3") && has("gs_rt") {
        return entry(Site::Scholar, Role::Title);
    }
    if tag.is("a") && has("docsum-title") {
        return entry(Site::Pubmed, Role::Title);
    }
    if tag.is("li") && has("arxiv-result") {
        return Some(Starts::Entry(Site::Search, None));
    }
    let role = match site {
        Some(Site::List) => list_part(tag, has),
        Some(Site::Search) => search_part(tag, has),
        Some(Site::Scholar) => scholar_part(tag, has),
        Some(Site::Pubmed) => pubmed_part(has),
        Some(Site::Faces) | None => page_part(tag, has),
    };
    let heads = || matches!(tag.name.as_bytes(), [b'h' | b'H', b'1'..=b'4']);
    role.or_else(|| {
        let outside = !matches!(site, Some(Site::Scholar | Site::Search | Site::Pubmed));
        (outside && heads()).then_some(Role::Heading)
    })
    .map(Starts::Part)
}

/// Whether an address is that of a paper's page at Hugging Face.
fn names_a_page(href: &str) -> bool {
    href.split_once("/papers/").is_some_and(|(before, id)| {
        (before.is_empty() || before.ends_with("huggingface.co"))
            && !id.contains('#')
            && find_id(id).is_some()
    })
}

fn list_part(tag: &Tag<'_>, has: impl Fn(&str) -> bool) -> Option<Role> {
    if tag.is("p") {
        return has("mathjax").then_some(Role::Abstract);
    }
    if !tag.is("div") {
        return None;
    }
    [
        ("list-title", Role::Title),
        ("list-authors", Role::Authors),
        ("list-comments", Role::Comments),
        ("list-subjects", Role::Subjects),
        ("list-journal-ref", Role::Journal),
        ("list-doi", Role::Doi),
    ]
    .into_iter()
    .find_map(|(class, role)| has(class).then_some(role))
}

fn search_part(tag: &Tag<'_>, has: impl Fn(&str) -> bool) -> Option<Role> {
    if tag.is("span") {
        return if has("abstract-full") {
            Some(Role::Abstract)
        } else if has("abstract-short") {
            Some(Role::Short)
        } else if has("tag") {
            Some(Role::Subjects)
        } else {
            None
        };
    }
    if !tag.is("p") {
        return None;
    }
    [
        ("title", Role::Title),
        ("authors", Role::Authors),
        ("comments", Role::Comments),
        ("is-size-7", Role::Submitted),
    ]
    .into_iter()
    .find_map(|(class, role)| has(class).then_some(role))
}

fn scholar_part(tag: &Tag<'_>, has: impl Fn(&str) -> bool) -> Option<Role> {
    if has("gse_alrt_sni") || has("gs_rs") {
        Some(Role::Abstract)
    } else if has("gs_a") || (tag.is("div") && !has("gs_ri") && !has("gs_fl")) {
        // In a mail the line below the title has no class.
        Some(Role::Byline)
    } else {
        None
    }
}

fn pubmed_part(has: impl Fn(&str) -> bool) -> Option<Role> {
    [
        ("full-authors", Role::Authors),
        ("full-journal-citation", Role::Journal),
        ("full-view-snippet", Role::Abstract),
    ]
    .into_iter()
    .find_map(|(class, role)| has(class).then_some(role))
}

/// A part of a page that is about one paper: arXiv's, or Hugging Face's.
fn page_part(tag: &Tag<'_>, has: impl Fn(&str) -> bool) -> Option<Role> {
    if tag.is("h1") {
        return has("title").then_some(Role::Title);
    }
    if tag.is("blockquote") {
        return has("abstract").then_some(Role::Abstract);
    }
    if tag.is("p") {
        return has("text-gray-600").then_some(Role::Abstract);
    }
    if tag.is("div") {
        return if has("authors") {
            Some(Role::Authors)
        } else {
            has("dateline").then_some(Role::Submitted)
        };
    }
    if !tag.is("td") || !has("tablecell") {
        return None;
    }
    [
        ("comments", Role::Comments),
        ("subjects", Role::Subjects),
        ("jref", Role::Journal),
        ("doi", Role::Doi),
        ("arxivid", Role::Id),
    ]
    .into_iter()
    .find_map(|(class, role)| has(class).then_some(role))
}

/// Whether an element inside of a part is none of its text: a label, a button, what a formula was
/// drawn with beside its source.
pub(super) fn says_nothing(tag: &Tag<'_>) -> bool {
    let class = tag.attribute("class").unwrap_or_default();
    let mut classes = class.split_ascii_whitespace();
    classes.any(|class| {
        matches!(
            class,
            "descriptor"
                | "search-hidden"
                | "MathJax"
                | "MathJax_Preview"
                | "MathJax_Display"
                | "MathJax_SVG"
                | "MathJax_CHTML"
                | "gs_ctc"
                | "gs_ctu"
                | "gs_ctg2"
                | "primary-label"
        )
    }) || (tag.is("a") && tag.attribute("onclick").is_some())
        || tag.is("button")
        || tag.is("svg")
}
