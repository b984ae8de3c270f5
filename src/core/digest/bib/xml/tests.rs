use super::super::tests::check_as;
use super::*;
use crate::core::digest::Format;

#[track_caller]
fn check(text: &str, expected: &str) {
    check_as(Format::BibXml, text, expected);
}

const PUBMED: &str = r#"<?xml version="1.0" ?>
<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2024//EN" "https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_240101.dtd">
<PubmedArticleSet>
<PubmedArticle><MedlineCitation><PMID>90000021</PMID><DateCompleted><Year>2020</Year><Month>01</Month><Day>01</Day></DateCompleted><Article><Journal><JournalIssue><PubDate><Year>2026</Year><Month>Mar</Month></PubDate></JournalIssue><Title>Chairs</Title></Journal>
<ArticleTitle>On <i>benches</i> &amp; p&lt;q.</ArticleTitle><ELocationID EIdType="pii">1</ELocationID><ELocationID EIdType="doi">10.1000/w.21</ELocationID>
<Abstract><AbstractText Label="AIM" NlmCategory="OBJECTIVE">We <b>sit</b>, p&lt;0.05.</AbstractText><AbstractText Label="UNLABELLED">CO<sub>2</sub>.</AbstractText><CopyrightInformation>C</CopyrightInformation></Abstract>
<AuthorList><Author><LastName>Em</LastName><ForeName>El A</ForeName><Initials>EA</Initials><Suffix>Jr</Suffix><AffiliationInfo><Affiliation>H</Affiliation></AffiliationInfo></Author><Author><CollectiveName>Bench Group</CollectiveName></Author></AuthorList>
<ArticleDate DateType="Electronic"><Year>2026</Year><Month>03</Month><Day>02</Day></ArticleDate></Article></MedlineCitation>
<PubmedData><History><PubMedPubDate PubStatus="received"><Year>2026</Year><Month>1</Month><Day>5</Day></PubMedPubDate></History><ArticleIdList><ArticleId IdType="pmc">PMC13</ArticleId></ArticleIdList><ReferenceList><Reference><ArticleIdList><ArticleId IdType="doi">10.1000/no</ArticleId></ArticleIdList></Reference></ReferenceList></PubmedData></PubmedArticle>
<PubmedBookArticle><BookDocument><PMID>90000022</PMID><Book><BookTitle>Sofas</BookTitle><AuthorList Type="editors"><Author><LastName>No</LastName></Author></AuthorList></Book><ArticleTitle>Cushions</ArticleTitle><AuthorList Type="authors"><Author><LastName>Oh</LastName><Initials>E</Initials></Author></AuthorList><Abstract><AbstractText>Soft.</AbstractText></Abstract></BookDocument></PubmedBookArticle>
<DeleteCitation><PMID>1</PMID></DeleteCitation>
</PubmedArticleSet>
"#;
const FIRST: &str = "x On benches & p<q. |by El A Em Jr+Bench Group |on 2026-03-02 |abs AIM: We sit, p<0.05./CO2. |com PMID 90000021 PMC13 |jour Chairs |doi 10.1000/w.21 |sub 2026-01-05;";
const SECOND: &str = "x Cushions |by E Oh |abs Soft. |com PMID 90000022 |jour Sofas;";

#[test]
fn pubmed() {
    check(PUBMED, &format!("{FIRST}{SECOND}11:1 note StrayText;"));
    // What is damaged in one does not reach the next.
    let unclosed = PUBMED.replace("</PubmedArticle>", "").replace("<i>", "");
    check(
        &unclosed,
        &format!("{FIRST}{SECOND}4:1 warning BadSyntax;11:1 note StrayText;"),
    );
    let (cut, _) = PUBMED.split_once("<Abstract><AbstractText>Soft").unwrap();
    let second = "x Cushions |by E Oh |com PMID 90000022 |jour Sofas;";
    check(
        cut,
        &format!("{FIRST}{second}10:1 warning Truncated;10:315 warning Truncated;"),
    );
}

#[test]
fn endnote() {
    check(
        r#"<?xml version="1.0"?><xml><records><record><ref-type name="Book">6</ref-type><contributors><authors><author><style face="normal">Em, El</style></author><author><style>Oh, En</style></author></authors><secondary-authors><author>No, No</author></secondary-authors></contributors><titles><title><style>Of </style><style face="italic">beds</style></title><secondary-title><style>Rooms</style></secondary-title></titles><dates><year><style>2026</style></year><pub-dates><date><style>Mar 2</style></date></pub-dates></dates><abstract><style>A bed stands &lt; 2 m.</style></abstract><electronic-resource-num><style>10.1000/w.22</style></electronic-resource-num></record>
<record><titles><title>Cots</title></titles></record></records></xml>"#,
        "x Of beds |by El Em+En Oh |on 2026-03-02 |abs A bed stands < 2 m. |jour Rooms |doi 10.1000/w.22;x Cots;",
    );
}

#[test]
fn servers_of_lists() {
    check(
        "<OAI-PMH><ListRecords>
<record><header><identifier>oai:arXiv.org:2603.00021</identifier></header><metadata><arXivRaw><id>2603.00021</id><version version=\"v1\"><date>Mon, 2 Mar 2026 17:59:59 GMT</date></version><version version=\"v2\"><date>Tue, 3 Mar 2026 10:00:00 GMT</date></version><title>Hammocks
 in $x$</title><authors>El Em (House), En Oh and Pe Qu</authors><categories>cs.RO math.GT</categories><comments>9 pages</comments><abstract>  A hammock hangs.
</abstract></arXivRaw></metadata></record>
<record><header status=\"deleted\"><identifier>oai:arXiv.org:2603.00022</identifier></header></record>
<record><header><identifier>oai:arXiv.org:2603.00023</identifier><setSpec>cs:cs:CL</setSpec></header><metadata><oai_dc:dc><dc:title>Hums</dc:title><dc:creator>Em, El</dc:creator><dc:description>Hums.</dc:description><dc:description>Comment: 5 pages</dc:description><dc:date>2026-03-02</dc:date><dc:date>2026-03-03</dc:date><dc:identifier>http://arxiv.org/abs/2603.00023</dc:identifier><dc:identifier>doi:10.1000/w.23</dc:identifier></oai_dc:dc></metadata></record>
<record><header><identifier>oai:arXiv.org:math/0603001</identifier></header><metadata><arXiv><id>math/0603001</id><created>2006-03-02</created><authors><author><keyname>Em</keyname><forenames>El</forenames><suffix>Jr</suffix></author></authors><title>Old</title></arXiv></metadata></record>
<resumptionToken cursor=\"0\">6|1</resumptionToken></ListRecords></OAI-PMH>",
        "2603.00021v2 Hammocks in $x$ |by El Em+En Oh+Pe Qu |in cs.RO+math.GT |on 2026-03-02 |abs A hammock hangs. |com 9 pages |sub 2026-03-02;2603.00023 Hums |by El Em |in cs.CL |on 2026-03-02 |abs Hums. |com 5 pages |doi 10.1000/w.23;math/0603001 Old |by El Em Jr |on 2006-03-02 |sub 2006-03-02;5:1 note StrayText;7:291 note StrayText;",
    );
    check(
        "<OAI-PMH><error code=\"noRecordsMatch\">None that day</error></OAI-PMH>",
        "1:1 error BadEntry;",
    );
}

#[test]
fn zotero() {
    let text = r#"<rdf:RDF xmlns:rdf="x" xmlns:link="http://purl.org/rss/1.0/modules/link/">
 <bib:Article rdf:about="https://a.example/cot"><z:itemType>journalArticle</z:itemType><dcterms:isPartOf rdf:resource="urn:issn:1"/><bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Em</foaf:surname><foaf:givenName>El</foaf:givenName></foaf:Person></rdf:li><rdf:li><foaf:Person><foaf:surname>Cot Group</foaf:surname></foaf:Person></rdf:li></rdf:Seq></bib:authors>
 <dc:subject><z:AutomaticTag><rdf:value>cs.RO</rdf:value></z:AutomaticTag></dc:subject><dc:title>Cots</dc:title><dcterms:abstract>A cot folds.</dcterms:abstract><dc:date>March 2, 2026</dc:date><dc:description>PMID: 12
Read twice.</dc:description></bib:Article>
 <bib:Journal rdf:about="urn:issn:1"><dc:title>Beds</dc:title><dc:identifier>DOI 10.1000/w.24</dc:identifier></bib:Journal>
 <z:Attachment rdf:about="1"><z:itemType>attachment</z:itemType><dc:title>PDF</dc:title></z:Attachment>
 <bib:Memo rdf:about="2"><rdf:value>note</rdf:value></bib:Memo>
 <rdf:Description rdf:about="http://arxiv.org/abs/2603.00024"><z:itemType>preprint</z:itemType><dcterms:isPartOf><bib:Series><dc:title>S</dc:title></bib:Series></dcterms:isPartOf><dc:title>Bunks</dc:title><prism:number>arXiv:2603.00024</prism:number></rdf:Description>
</rdf:RDF>"#;
    let second = "2603.00024 Bunks |jour S;";
    let first = "x Cots |by El Em+Cot Group |in cs.RO |on 2026-03-02 |abs A cot folds. |com Read twice. PMID 12 |jour Beds |doi 10.1000/w.24;";
    check(text, &format!("{first}{second}"));
    check(
        &text.replace("</bib:Article>", ""),
        &format!("{first}{second}2:2 warning BadSyntax;"),
    );
}

#[test]
fn libraries_and_journals() {
    check(
        "<modsCollection><mods><titleInfo><nonSort>The</nonSort><title>Cots</title><subTitle>folded</subTitle></titleInfo><name type=\"personal\"><namePart type=\"given\">El</namePart><namePart type=\"family\">Em</namePart></name><name><namePart>Oh, En</namePart><role><roleTerm>aut</roleTerm></role></name><name><namePart>No, No</namePart><role><roleTerm>edt</roleTerm></role></name><relatedItem type=\"host\"><titleInfo><title>Beds</title></titleInfo><part><date>2026-03-02</date></part></relatedItem><identifier type=\"doi\">10.1000/w.25</identifier><abstract>a</abstract></mods></modsCollection>",
        "x The Cots: folded |by El Em+En Oh |on 2026-03-02 |abs a |jour Beds |doi 10.1000/w.25;",
    );
    check(
        "<dblp><article key=\"a\"><author>El Em 0001</author><author>Zo&euml; Oh</author><title>Cots <i>fold</i>.</title><volume>abs/2603.00025</volume><journal>CoRR</journal><year>2026</year></article></dblp>",
        "2603.00025 Cots fold |by El Em+Zoë Oh;",
    );
    check(
        "<result><query id=\"1\">cots</query><hits total=\"1\"><hit score=\"4\" id=\"1\"><info><authors><author pid=\"1\">El Em 0001</author></authors><title>Cots.</title><venue>Beds</venue><year>2026</year><doi>10.1000/w.24</doi><ee>https://doi.org/10.1000/w.24</ee></info></hit></hits></result>",
        "x Cots |by El Em |about 2026 |jour Beds |doi 10.1000/w.24;",
    );
    check(
        "<responseWrapper><version>6.9</version><resultList><result><id>12</id><source>MED</source><pmid>12</pmid><doi>10.1000/w.25</doi><title>Cots.</title><authorString>Em E, van der Oh N.</authorString><journalTitle>Beds</journalTitle><pubYear>2026</pubYear></result></resultList></responseWrapper>",
        "x Cots. |by E Em+N van der Oh |about 2026 |com PMID 12 |jour Beds |doi 10.1000/w.25;",
    );
    check(
        "<doi_records><doi_record><crossref><journal><journal_metadata><full_title>Beds</full_title></journal_metadata><journal_article><titles><title>Cots</title></titles><contributors><person_name contributor_role=\"author\"><given_name>El</given_name><surname>Em</surname></person_name><person_name contributor_role=\"editor\"><surname>No</surname></person_name></contributors><jats:abstract><jats:title>Abstract</jats:title><jats:p>A cot.</jats:p></jats:abstract><publication_date><month>03</month><day>02</day><year>2026</year></publication_date><doi_data><doi>10.1000/w.26</doi></doi_data></journal_article></journal></crossref></doi_record></doi_records>",
        "x Cots |by El Em |on 2026-03-02 |abs A cot. |jour Beds |doi 10.1000/w.26;",
    );
    check(
        "<article><front><journal-meta><journal-title-group><journal-title>Beds</journal-title></journal-title-group></journal-meta><article-meta><article-id pub-id-type=\"doi\">10.1000/w.27</article-id><title-group><article-title>Cots <italic>fold</italic></article-title></title-group><contrib-group><contrib contrib-type=\"author\"><name><surname>Em</surname><given-names>El</given-names></name></contrib></contrib-group><pub-date><day>2</day><month>3</month><year>2026</year></pub-date><abstract><sec><title>Aim</title><p>A cot.</p></sec><sec><title>End:</title><p>It folds.</p></sec></abstract></article-meta></front><body><p>No.</p></body></article>",
        "x Cots fold |by El Em |on 2026-03-02 |abs Aim: A cot./End: It folds. |jour Beds |doi 10.1000/w.27;",
    );
}

#[test]
fn what_has_no_papers_is_told() {
    for (text, expected) in [
        (
            "<opml version=\"1.0\"><body><outline text=\"a\"/></body></opml>",
            "a list of feeds (OPML): open the feeds",
        ),
        (
            "<rdf:RDF><foaf:Person rdf:about=\"a\"><foaf:name>A</foaf:name></foaf:Person></rdf:RDF>",
            "neither a feed's items",
        ),
        ("<PubmedArticleSet></PubmedArticleSet>", "no record"),
        ("<OAI-PMH><ListIdentifiers/></OAI-PMH>", "no record"),
    ] {
        let digest = crate::core::digest::read("x", text.as_bytes().to_vec());
        let said: Vec<_> = digest.diagnostics.iter().map(|one| &one.message).collect();
        assert!(
            matches!(said[..], [one] if one.contains(expected)),
            "{said:?}"
        );
        assert!(digest.is_balanced());
    }
}

#[test]
fn feeds_are_feeds() {
    for text in [
        "<rdf:RDF><channel/><item><title>A</title></item></rdf:RDF>",
        "<rss><channel/></rss>",
        "<html><body>a</body></html>",
        "<article>a page</article>",
    ] {
        assert_eq!(score(text), Score::Nothing, "{text}");
    }
}
