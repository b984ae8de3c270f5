//! Tables as programs write them.

use crate::core::digest::{Digest, Format, read};

/// Each paper as `id title | authors | abstract`, then what was said, with its line.
fn show(digest: &Digest) -> Vec<String> {
    let papers = digest.papers.iter().map(|paper| {
        let summary = paper
            .summary
            .as_ref()
            .map_or("", |text| text.plain.as_str());
        let id = paper.id.arxiv().map_or("-", |id| id.as_str());
        let (title, authors) = (&paper.title.plain, paper.authors.join("+"));
        format!("{id} {title} | {authors} | {summary}")
    });
    let said = digest
        .diagnostics
        .iter()
        .map(|said| format!("{} {} {:?}", said.line, said.severity, said.kind));
    papers.chain(said).collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let digest = read("x.csv", text.as_bytes().to_vec());
    assert_eq!(digest.format, Some(Format::Csv), "{text}");
    assert_eq!(show(&digest), expected, "{text}");
    assert!(digest.is_balanced(), "{text}");
}

#[test]
fn zotero() {
    let text = "\u{feff}\"Key\",\"Item Type\",\"Publication Year\",\"Author\",\"Title\",\"Publication Title\",\"DOI\",\"Url\",\"Abstract Note\",\"Date\",\"Extra\"\r\n\
        \"AB12CD34\",\"preprint\",\"2018\",\"Stern, Ada; de Wolke, B. C.\",\"Fog, and \"\"rain\"\"\",\"\",\"\",\"http://arxiv.org/abs/1803.20001\",\"We look.\r\nTwice.\",\"2018-03-01\",\"arXiv:1803.20001 [cs]\"\r\n\
        \"EF56GH78\",\"journalArticle\",\"2020\",\"Stern, Ada\",\"Hail\",\"Journal of Fog\",\"10.1000/fog.5\",\"https://doi.org/10.1000/fog.5\",\"\",\"2020-12-24\",\"\"\r\n";
    check(
        text,
        &[
            "1803.20001 Fog, and \"rain\" | Ada Stern+B. C. de Wolke | We look. Twice.",
            "- Hail | Ada Stern | ",
        ],
    );
    let papers = read("x.csv", text.as_bytes().to_vec()).papers;
    assert_eq!(
        papers[0].submitted.map(|day| day.to_string()),
        Some("2018-03-01".into())
    );
    assert_eq!(papers[0].days.len(), 1);
    assert_eq!(papers[1].journal.as_deref(), Some("Journal of Fog"));
    assert_eq!(papers[1].doi.as_deref(), Some("10.1000/fog.5"));
    assert_eq!((papers[1].line, papers[1].submitted), (4, None));
}

#[test]
fn spreadsheets() {
    let rows = [
        "2012.20003 Schnee | Eva Müller+Jo Ohm | Es schneit; im Mai.",
        "2012.20010 Regen | Jo Ohm | ",
    ];
    check(
        "sep=;\r\nid;title;authors;abstract;date\r\n2012.20003;Schnee;Eva Müller, Jo Ohm;\"Es schneit; im Mai.\";06.05.2024\r\n2012.2001;Regen;Jo Ohm;;\r\n;;;;\r\n",
        &rows,
    );
    check(
        "Title\tAuthors\tAbstract\tarXiv ID\r\rSchnee\tEva Müller, Jo Ohm\tEs schneit; im Mai.\t2012.20003\rRegen\tJo Ohm\t\t2012.20010",
        &rows,
    );
    check(
        "Titel|Autoren|Zusammenfassung|Link\nSchnee|Eva Müller, Jo Ohm|Es schneit; im Mai.|arxiv.org/abs/2012.20003\nRegen|Jo Ohm|nan|arxiv.org/abs/2012.20010v2\n",
        &rows,
    );
    check(
        "题名,作者,摘要\n雨,山田;李四,下雨\n",
        &["- 雨 | 山田+李四 | 下雨"],
    );
    check("title,doi\n", &[][..0]);
}

#[test]
fn notebooks_and_indexes() {
    check(
        ",title,authors,categories,published\n0,Fog,\"['Ada Stern', 'Bo Wolke']\",\"['cs.CV', 'math.CO']\",2020-12-24 05:00:00+00:00\n",
        &["- Fog | Ada Stern+Bo Wolke | "],
    );
    check(
        "\"Authors\",\"Author full names\",\"Title\",\"Year\",\"Source title\",\"EID\"\n\"Stern A.; Wolke B.\",\"Stern, Ada (570001); Wolke, Bo (570002)\",\"Fog\",\"2020\",\"Fog Letters\",\"2-s2\"\n\"Stern A.; Wolke B.\",\"\",\"Rain\",\"2020\",\"Fog Letters\",\"2-s3\"\n",
        &[
            "- Fog | Ada Stern+Bo Wolke | ",
            "- Rain | A. Stern+B. Wolke | ",
        ],
    );
    check(
        "\"Authors\",\"Title\",\"Year\",\"Source title\",\"Abstract\"\n\"Stern A.\",\"Fog\",\"2020\",\"Fog Letters\",\"[No abstract available]\"\n\"[No author name available]\",\"Rain\",\"2020\",\"Fog Letters\",\"NA\"\n",
        &["- Fog | A. Stern | ", "- Rain |  | "],
    );
    check(
        "PMID,Title,Authors,Citation,Journal/Book\n\"1\",\"Fog.\",\"Stern A, Wolke BC.\",\"Fog. 2020\",\"Fog\"\n",
        &["- Fog. | A Stern+BC Wolke | "],
    );
    check(
        "PT\tAU\tAF\tTI\tSO\tAB\tPD\tPY\nJ\tStern, A\tStern, Ada\tFog \"and\" rain\tFOG\tWe look.\tMAR 5\t2020\n",
        &["- Fog \"and\" rain | Ada Stern | We look."],
    );
    check(
        "id,submitter,authors,title,comments,journal-ref,doi,categories,abstract,versions,update_date\n704.0001,Ada,\"A. Stern, B. Wolke and C. Ohm\",\"Fog\n  in rain\",9 pages,,,hep-ph cs.CV,\"  We look\nonce.\n\",\"[{'version': 'v1', 'created': 'Mon, 2 Apr 2007 19:18:42 GMT'}, {'version': 'v2', 'created': 'Tue, 24 Jul 2007 20:10:27 GMT'}]\",2008-11-26\n",
        &["0704.0001 Fog in rain | A. Stern+B. Wolke+C. Ohm | We look once."],
    );
    let text = "key,title,year,month,day,authors\n1,Fog,2020,12,24,\"Stern, Ada and Wolke, Bo\"\n";
    check(text, &["- Fog | Ada Stern+Bo Wolke | "]);
    let paper = &read("x.csv", text.as_bytes().to_vec()).papers[0];
    assert_eq!(paper.days[0].to_string(), "2020-12-24");
}

#[test]
fn a_broken_row_costs_itself_at_most() {
    check(
        "id,title,abstract\n1,\"Fog, the first,x\n2,\"Rain\",y\n3,Hail,z\n",
        &["- Rain |  | y", "- Hail |  | z", "2 error BadEntry"],
    );
    check(
        "id,title,abstract\n1,\"Fog,x\n2,\"Rain\",y\n",
        &["- Fog |  | x", "- Rain |  | y", "2 warning BadSyntax"],
    );
    check(
        "id,title,abstract\n1,\"Fog is \"open,\"x\"\n2,Rain,y\n",
        &[
            "- Fog is \"open |  | x",
            "- Rain |  | y",
            "2 warning BadSyntax",
        ],
    );
    check(
        "id,title,abstract\n1,Fog,x\n2,,y\n3,Rain,y,z\n",
        &[
            "- Fog |  | x",
            "- Rain |  | y",
            "3 error BadEntry",
            "4 warning BadSyntax",
        ],
    );
    check(
        "id,title,abstract\n1,Fog,\"We look.\nThen the file\nen",
        &[
            "- Fog |  | We look. Then the file en",
            "2 warning Truncated",
        ],
    );
}

#[test]
fn what_stands_around_the_rows_is_no_paper() {
    check(
        "About the data: of today\n\nTitle,Authors,DOI\nFog,Ada Stern,10.1000/1\nTitle,Authors,DOI\nRain,Bo Wolke,10.1000/2\n",
        &[
            "- Fog | Ada Stern | ",
            "- Rain | Bo Wolke | ",
            "1 note StrayText",
        ],
    );
    check(
        "title,authors\n'=Fog,Ada Stern\n''=Rain,'Bo\n",
        &["- =Fog | Ada Stern | ", "- '=Rain | 'Bo | "],
    );
}
