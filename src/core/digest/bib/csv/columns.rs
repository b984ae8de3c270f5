//! What the columns of a table hold, by the names in its header row.

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// The title.
    Title,
    /// The authors, in whatever way.
    Authors,
    /// The authors with their whole names, where another column shortens them.
    FullNames,
    /// The abstract.
    Abstract,
    /// An id, perhaps one of arXiv, or another text that may name one.
    Id,
    /// An address of the paper.
    Address,
    /// The DOI.
    Doi,
    /// The day of the paper, of its list or of its publication.
    Date,
    /// When it was submitted.
    Submitted,
    /// The year alone.
    Year,
    /// The month, perhaps with a day.
    Month,
    /// Where it was published.
    Journal,
    /// Words, of which some may be categories.
    Keywords,
    /// The category that comes first.
    Primary,
    /// Its categories.
    Categories,
    /// The authors' comment.
    Comment,
    /// The version.
    Version,
    /// The versions as Kaggle's table of arXiv has them, with the time of each.
    Versions,
    /// Where its code is.
    Code,
    /// A summary in a line, beside the abstract.
    Gist,
    /// The headings under which it stands.
    Topics,
    /// How it was announced.
    Announce,
    /// The number of PubMed: names beside it have their initials behind.
    Pubmed,
    /// The number of Scopus: the same.
    Scopus,
    /// The DOI in a table of Springer's: names beside it have nothing between.
    Springer,
    /// Something that is not kept.
    Other,
}

/// The names with letters and digits alone, in lower case. Where a row has several of a kind, what
/// stands further up here is taken.
const NAMES: &[(&str, Column)] = &[
    ("title", Column::Title),
    ("articletitle", Column::Title),
    ("documenttitle", Column::Title),
    ("papertitle", Column::Title),
    ("itemtitle", Column::Title),
    ("primarytitle", Column::Title),
    ("studytitle", Column::Title),
    ("ti", Column::Title),
    ("t1", Column::Title),
    ("titel", Column::Title),
    ("titre", Column::Title),
    ("título", Column::Title),
    ("titulo", Column::Title),
    ("titolo", Column::Title),
    ("tytuł", Column::Title),
    ("название", Column::Title),
    ("заглавие", Column::Title),
    ("题名", Column::Title),
    ("标题", Column::Title),
    ("篇名", Column::Title),
    ("题目", Column::Title),
    ("论文题目", Column::Title),
    ("论文标题", Column::Title),
    ("論文名", Column::Title),
    ("標題", Column::Title),
    ("タイトル", Column::Title),
    ("論文タイトル", Column::Title),
    ("제목", Column::Title),
    ("displayname", Column::Title),
    ("name", Column::Title),
    ("paper", Column::Title),
    ("papername", Column::Title),
    ("authorfullnames", Column::FullNames),
    ("af", Column::FullNames),
    ("fullauthornames", Column::FullNames),
    ("authors", Column::Authors),
    ("author", Column::Authors),
    ("authorlist", Column::Authors),
    ("authornames", Column::Authors),
    ("authorsname", Column::Authors),
    ("au", Column::Authors),
    ("a1", Column::Authors),
    ("creators", Column::Authors),
    ("creator", Column::Authors),
    ("autoren", Column::Authors),
    ("autor", Column::Authors),
    ("autorinnen", Column::Authors),
    ("verfasser", Column::Authors),
    ("auteurs", Column::Authors),
    ("auteur", Column::Authors),
    ("autores", Column::Authors),
    ("autori", Column::Authors),
    ("autore", Column::Authors),
    ("авторы", Column::Authors),
    ("автор", Column::Authors),
    ("作者", Column::Authors),
    ("作者姓名", Column::Authors),
    ("著者", Column::Authors),
    ("저자", Column::Authors),
    ("authorshipsauthordisplayname", Column::Authors),
    ("firstauthor", Column::Authors),
    ("abstract", Column::Abstract),
    ("abstractnote", Column::Abstract),
    ("abstracttext", Column::Abstract),
    ("abstracts", Column::Abstract),
    ("ab", Column::Abstract),
    ("n2", Column::Abstract),
    ("summary", Column::Abstract),
    ("zusammenfassung", Column::Abstract),
    ("kurzfassung", Column::Abstract),
    ("résumé", Column::Abstract),
    ("resume", Column::Abstract),
    ("resumen", Column::Abstract),
    ("resumo", Column::Abstract),
    ("riassunto", Column::Abstract),
    ("аннотация", Column::Abstract),
    ("摘要", Column::Abstract),
    ("中文摘要", Column::Abstract),
    ("抄録", Column::Abstract),
    ("要旨", Column::Abstract),
    ("초록", Column::Abstract),
    ("description", Column::Abstract),
    ("arxivid", Column::Id),
    ("arxiv", Column::Id),
    ("arxivnumber", Column::Id),
    ("eprint", Column::Id),
    ("id", Column::Id),
    ("paperid", Column::Id),
    ("entryid", Column::Id),
    ("shortid", Column::Id),
    ("externalids", Column::Id),
    ("identifier", Column::Id),
    ("archivelocation", Column::Id),
    ("number", Column::Id),
    ("extra", Column::Id),
    ("url", Column::Address),
    ("urls", Column::Address),
    ("link", Column::Address),
    ("links", Column::Address),
    ("pdf", Column::Address),
    ("pdfurl", Column::Address),
    ("pdflink", Column::Address),
    ("abs", Column::Address),
    ("absurl", Column::Address),
    ("arxivurl", Column::Address),
    ("arxivlink", Column::Address),
    ("paperurl", Column::Address),
    ("paperlink", Column::Address),
    ("articleurl", Column::Address),
    ("fulltexturl", Column::Address),
    ("sourceurl", Column::Address),
    ("href", Column::Address),
    ("ur", Column::Address),
    ("网址", Column::Address),
    ("链接", Column::Address),
    ("doi", Column::Doi),
    ("di", Column::Doi),
    ("doilink", Column::Doi),
    ("doiurl", Column::Doi),
    ("digitalobjectidentifier", Column::Doi),
    ("day", Column::Date),
    ("date", Column::Date),
    ("published", Column::Date),
    ("publishedat", Column::Date),
    ("publisheddate", Column::Date),
    ("publicationdate", Column::Date),
    ("publishdate", Column::Date),
    ("datepublished", Column::Date),
    ("publishtime", Column::Date),
    ("pubdate", Column::Date),
    ("onlinedate", Column::Date),
    ("coverdate", Column::Date),
    ("issued", Column::Date),
    ("issuedate", Column::Date),
    ("datum", Column::Date),
    ("fecha", Column::Date),
    ("日期", Column::Date),
    ("发表时间", Column::Date),
    ("发表日期", Column::Date),
    ("出版日期", Column::Date),
    ("pubtime", Column::Date),
    ("submitted", Column::Submitted),
    ("submitteddate", Column::Submitted),
    ("submissiondate", Column::Submitted),
    ("datesubmitted", Column::Submitted),
    ("year", Column::Year),
    ("py", Column::Year),
    ("publicationyear", Column::Year),
    ("publishedyear", Column::Year),
    ("pubyear", Column::Year),
    ("jahr", Column::Year),
    ("année", Column::Year),
    ("annee", Column::Year),
    ("año", Column::Year),
    ("ano", Column::Year),
    ("anno", Column::Year),
    ("год", Column::Year),
    ("年", Column::Year),
    ("年份", Column::Year),
    ("出版年", Column::Year),
    ("发表年份", Column::Year),
    ("pd", Column::Month),
    ("month", Column::Month),
    ("publishedmonth", Column::Month),
    ("monat", Column::Month),
    ("publicationtitle", Column::Journal),
    ("sourcetitle", Column::Journal),
    ("journal", Column::Journal),
    ("journalbook", Column::Journal),
    ("journaltitle", Column::Journal),
    ("journalname", Column::Journal),
    ("journalref", Column::Journal),
    ("journalreference", Column::Journal),
    ("containertitle", Column::Journal),
    ("secondarytitle", Column::Journal),
    ("so", Column::Journal),
    ("jo", Column::Journal),
    ("t2", Column::Journal),
    ("venue", Column::Journal),
    ("publication", Column::Journal),
    ("booktitle", Column::Journal),
    ("proceedingstitle", Column::Journal),
    ("conferencename", Column::Journal),
    ("conference", Column::Journal),
    ("zeitschrift", Column::Journal),
    ("revue", Column::Journal),
    ("revista", Column::Journal),
    ("rivista", Column::Journal),
    ("журнал", Column::Journal),
    ("刊名", Column::Journal),
    ("文献来源", Column::Journal),
    ("来源", Column::Journal),
    ("期刊", Column::Journal),
    ("期刊名称", Column::Journal),
    ("primarylocationsourcedisplayname", Column::Journal),
    ("source", Column::Journal),
    ("keywords", Column::Keywords),
    ("keyword", Column::Keywords),
    ("authorkeywords", Column::Keywords),
    ("de", Column::Keywords),
    ("kw", Column::Keywords),
    ("manualtags", Column::Keywords),
    ("automatictags", Column::Keywords),
    ("tags", Column::Keywords),
    ("schlagwörter", Column::Keywords),
    ("关键词", Column::Keywords),
    ("primarycategory", Column::Primary),
    ("maincategory", Column::Primary),
    ("primaryclass", Column::Primary),
    ("categories", Column::Categories),
    ("category", Column::Categories),
    ("arxivcategories", Column::Categories),
    ("subjects", Column::Categories),
    ("comment", Column::Comment),
    ("comments", Column::Comment),
    ("arxivcomment", Column::Comment),
    ("kommentar", Column::Comment),
    ("备注", Column::Comment),
    ("version", Column::Version),
    ("versions", Column::Versions),
    ("code", Column::Code),
    ("codeurl", Column::Code),
    ("codelink", Column::Code),
    ("github", Column::Code),
    ("githuburl", Column::Code),
    ("githubrepo", Column::Code),
    ("repo", Column::Code),
    ("repository", Column::Code),
    ("gist", Column::Gist),
    ("tldr", Column::Gist),
    ("takeaway", Column::Gist),
    ("abstractsummary", Column::Gist),
    ("topics", Column::Topics),
    ("topic", Column::Topics),
    ("announce", Column::Announce),
    ("announcetype", Column::Announce),
    ("itemdoi", Column::Springer),
    ("pmid", Column::Pubmed),
    ("eid", Column::Scopus),
    ("authorsid", Column::Scopus),
];

/// What anything may have that has a title; of a paper where something else says so.
const WEAK: [&str; 4] = ["displayname", "name", "paper", "papername"];

/// A name is not longer than so many bytes.
const LONGEST: usize = 64;

/// The place in [`NAMES`] of a column that is called so.
fn place(name: &str) -> Option<usize> {
    if name.len() > LONGEST {
        return None;
    }
    let name: String = name
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect();
    // CNKI has its field's name before the one for people: `Title-题名`.
    let bare = name.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
    let place = |name: &str| NAMES.iter().position(|(known, _)| *known == name);
    place(&name).or_else(|| place(bare))
}

/// What one column holds, and how far up its name stands among those of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Named {
    /// What it holds.
    pub(super) column: Column,
    /// The place of its name in the table; the first of several columns goes before the others.
    pub(super) rank: usize,
}

/// What the columns of a table are called.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Columns {
    /// The columns in their order.
    pub(super) all: Vec<Named>,
    /// How many kinds of them are known.
    pub(super) known: usize,
}

impl Columns {
    /// The columns of a header row.
    pub(super) fn of<'n>(names: impl Iterator<Item = &'n str>) -> Self {
        let column_of = |name: &str| {
            let place = place(name);
            let known = place.and_then(|place| NAMES.get(place));
            Named {
                column: known.map_or(Column::Other, |(_, column)| *column),
                rank: place.unwrap_or(NAMES.len()),
            }
        };
        let all: Vec<Named> = names.map(column_of).collect();
        let mut kinds: Vec<Column> = Vec::new();
        for named in &all {
            if named.column != Column::Other && !kinds.contains(&named.column) {
                kinds.push(named.column);
            }
        }
        let known = kinds.len();
        Self { all, known }
    }

    /// Whether one of them holds this.
    pub(super) fn have(&self, column: Column) -> bool {
        self.all.iter().any(|named| named.column == column)
    }

    /// Whether the names beside them have their initials behind, as those of Scopus do, which calls
    /// journals “Source title”.
    pub(super) fn have_initials_last(&self) -> bool {
        let is_source_title = |named: &Named| {
            let known = NAMES.get(named.rank);
            known.is_some_and(|(name, _)| *name == "sourcetitle")
        };
        self.have(Column::Scopus) || self.all.iter().any(is_source_title)
    }

    /// Whether they are those of a table of papers, where so many more than the title are known.
    pub(super) fn are_of_papers(&self, more: usize) -> bool {
        let titles = self
            .all
            .iter()
            .filter(|named| named.column == Column::Title);
        let Some(rank) = titles.map(|named| named.rank).min() else {
            return false;
        };
        let name = NAMES.get(rank).map_or("", |(name, _)| *name);
        let of_papers = [
            Column::Authors,
            Column::FullNames,
            Column::Doi,
            Column::Journal,
        ];
        let sure = !WEAK.contains(&name) || of_papers.iter().any(|column| self.have(*column));
        sure && self.known > more
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(names: &str, expected: &[Column]) {
        let columns = Columns::of(names.split('/'));
        let seen: Vec<Column> = columns.all.iter().map(|named| named.column).collect();
        assert_eq!(seen, expected, "{names}");
    }

    #[test]
    fn names_are_read_however_they_are_written() {
        use Column::{Abstract, Authors, FullNames, Id, Journal, Other, Title};
        check("Title/ABSTRACT NOTE/arxiv_id", &[Title, Abstract, Id]);
        check("Author full names/Source title", &[FullNames, Journal]);
        check("Title-题名/Author-作者/刊名", &[Title, Authors, Journal]);
        check("/Unnamed: 0/Cited by", &[Other, Other, Other]);
    }

    #[test]
    fn a_name_stands_once_in_the_table() {
        for (at, (name, _)) in NAMES.iter().enumerate() {
            assert_eq!(place(name), Some(at), "{name}");
        }
    }

    #[test]
    fn a_table_of_papers_has_titles_and_something_else() {
        let are = |names: &str| Columns::of(names.split('/')).are_of_papers(1);
        assert!(are("id/title"));
        assert!(!are("title/colour"));
        assert!(!are("id/abstract"));
        assert!(are("name/authors"));
        assert!(!are("name/description/url"));
    }
}
