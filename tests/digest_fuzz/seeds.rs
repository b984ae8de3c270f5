//! Where the fuzzers start: a small digest of invented papers in each format, some queries and
//! texts with markup; and [`others`].

// Other programs of tests have this file by its path.
#[path = "seeds/others.rs"]
mod others;

pub use others::BACKUPS;
use others::{LINKS, RULES, archives, parcels};

/// One digest.
pub struct Seed {
    /// The name of its format, as the reader finds it.
    pub format: &'static str,
    /// How many papers it has.
    pub papers: usize,
    /// The digest.
    pub text: &'static str,
}

pub const SEEDS: &[Seed] = &[
    Seed {
        format: "Heading digest (Markdown)",
        papers: 3,
        text: r#"# ArXiv cs.CV --Mon, 2 Mar 2026
### 1.Teacups &amp; Tides  [ :arrow_down: ](https://arxiv.org/pdf/2603.00013.pdf)
>  We weigh teacups in $O(n^2)$ time. <br>Code: <a class="link-external link-https" href="https://a.example/tea" rel="external noopener nofollow">this https URL</a>.      
### 2.On \textbf{Lanterns}  [ :arrow_down: ](https://arxiv.org/pdf/2603.00012.pdf)
>  A lantern swings; {\em we watch}, after <a class="link-https" data-arxiv-id="1803.00001" href="https://arxiv.org/abs/1803.00001">arXiv:1803.00001</a>.      
### 3.Doorways  [ :arrow_down: ](https://arxiv.org/pdf/2603.00021.pdf)
>  92\% of all doorways lead somewhere.      
"#,
    },
    Seed {
        format: "arXiv mail or listing",
        papers: 3,
        text: r#"------------------------------------------------------------------------------
------------------------------------------------------------------------------
Send any comments regarding submissions directly to submitter.
------------------------------------------------------------------------------
 Submissions to:
Computer Vision
 received from  Fri 27 Feb 26 19:00:00 GMT  to  Mon  2 Mar 26 19:00:00 GMT
------------------------------------------------------------------------------
------------------------------------------------------------------------------
\\
arXiv:2603.00031
Date: Mon, 2 Mar 2026 05:08:53 GMT   (1074kb)

Title: Kettles that
  whistle twice
Authors: Ada Sch\"on, Bo Brki\'c (1 and 2) ((1) Kettle House, (2) Spout)
Categories: cs.CV cs.LG
Comments: 12 pages, code at https://a.example/kettle
\\
  A kettle whistles. We ask why it whistles again.
Conclusions: it is the wind.

  A second paragraph.
\\ ( https://arxiv.org/abs/2603.00031 ,  1074kb)
%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-
------------------------------------------------------------------------------
\\
arXiv:2603.00032 (*cross-listing*)
Date: Sun, 1 Mar 2026 11:00:00 GMT   (88kb)

Title: Umbrellas in graphs
Authors: Cy Dee
Categories: math.CO cs.CV
\\
  Every umbrella is a tree.
\\ ( https://arxiv.org/abs/2603.00032 ,  88kb)
%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--
------------------------------------------------------------------------------
\\
arXiv:2511.00033
replaced with revised version Mon, 2 Mar 2026 09:00:00 GMT   (501kb)

Title: Lichens, slowly
Authors: Eff Gee
Categories: cs.CV
\\ ( https://arxiv.org/abs/2511.00033 ,  501kb)
%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%
"#,
    },
    Seed {
        format: "Feed (Atom, RSS)",
        papers: 2,
        text: r#"<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>day</title><updated>2026-03-02T00:00:00Z</updated>
<entry><title type="html"><![CDATA[Tramways at night. (arXiv:2603.00041v2 [cs.CV] UPDATED)]]></title>
<id>http://arxiv.org/abs/2603.00041</id><link href="http://arxiv.org/abs/2603.00041"/>
<author><name>&lt;a href="http://a.example/x"&gt;Hal Ive&lt;/a&gt;, &lt;a href="http://a.example/y"&gt;Jo Kay&lt;/a&gt;</name></author>
<summary type="html"><![CDATA[<p>A tram is $\alpha$ &lt; a train.</p>]]></summary></entry>
<entry><title type="html"><![CDATA[Bells. (arXiv:2603.00042v1 [cs.SD] CROSS LISTED)]]></title>
<id>http://arxiv.org/abs/2603.00042</id><link href="http://arxiv.org/abs/2603.00042"/>
<author><name>Lee Em</name></author><summary type="html"><![CDATA[<p>It rings.</p>]]></summary></entry>
</feed>
"#,
    },
    Seed {
        format: "Feed (Atom, RSS)",
        papers: 2,
        text: r#"<?xml version='1.0' encoding='UTF-8'?>
<rss xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0"><channel>
<title>cs.CV updates on arXiv.org</title><pubDate>Mon, 02 Mar 2026 00:00:00 -0500</pubDate>
<item><title>Teaspoons &amp; more</title><link>https://arxiv.org/abs/2603.00043</link>
<description>arXiv:2603.00043v1 Announce Type: new
Abstract: A spoon is a small bowl.</description><guid isPermaLink="false">oai:arXiv.org:2603.00043v1</guid>
<category>cs.CV</category><category>cs.GR</category><arxiv:announce_type>new</arxiv:announce_type><dc:creator>En Oh, Pe Qu</dc:creator></item>
<item><title>Saucers</title><link>https://arxiv.org/abs/2603.00044</link>
<description>arXiv:2603.00044v3 Announce Type: replace-cross
Abstract: A saucer has no depth.</description>
<category>cs.GR</category><arxiv:announce_type>replace-cross</arxiv:announce_type><dc:creator>Ar Es</dc:creator></item>
</channel></rss>
"#,
    },
    Seed {
        format: "daily-arXiv-ai-enhanced (Markdown)",
        papers: 2,
        text: r"<div id=toc></div>

# Table of Contents

- [cs.CV](#cs.CV) [Total: 2]

<div id='cs.CV'></div>

# cs.CV [[Back]](#toc)

### [1] [Counting Moss](https://arxiv.org/abs/2603.00051)
*Te You, Vee We*

Main category: cs.CV

TL;DR: Moss is counted.

<details>
  <summary>Details</summary>
Motivation: Nobody counted moss.

Abstract: Moss grows.
It is counted here.
</details>

### [2] [Counting Ferns](https://arxiv.org/abs/2603.00052)
*Ex Wy*

Main category: cs.CV

TL;DR: Ferns are counted.

<details>
  <summary>Details</summary>
Motivation: Nobody counted ferns.

Abstract: Ferns unroll.
</details>
",
    },
    Seed {
        format: "Markdown with labelled fields",
        papers: 2,
        text: r"# Gates that Close Themselves

**Authors**: Zed Ay, Bee Cee

**Link**: [PDF](https://arxiv.org/pdf/2603.00061)

**Abstract**: A gate has a weight.
It closes.

---

# Gates that Do Not

**Authors**: Dee Ee

**Link**: [PDF](https://arxiv.org/pdf/2603.00062)

**Abstract**: A gate has no weight.

---
",
    },
    Seed {
        format: "Markdown with labelled fields",
        papers: 2,
        text: r"# Day

- **[Ladders](https://arxiv.org/abs/2603.00071)**  `arXiv:2603.00071`
  _Eff Gee, Aitch Eye, et al._
  <details><summary>Abstract</summary>
  A ladder leans.
  </details>

- **[Stairs](https://arxiv.org/abs/2603.00072)**  `arXiv:2603.00072`
  _Jay Kay, et al._
  <details><summary>Abstract</summary>
  Stairs stand.
  </details>
",
    },
    Seed {
        format: "Table (Markdown)",
        papers: 3,
        text: r"## Updated on 2026.03.02

<details>
  <summary>Table of Contents</summary>
  <ol>
    <li><a href=#hats>Hats</a></li>
  </ol>
</details>

## Hats

|Publish Date|Title|Authors|PDF|Code|
|---|---|---|---|---|
|**2026-03-01**|**Hats | Caps: $|x|$ of Each**|Elle Em et.al.|[2603.00081v2](http://arxiv.org/abs/2603.00081v2)|null|
|**2026-02-28**|**Far\-off Hats**|En Oh et.al.|[2603.00082](http://arxiv.org/abs/2603.00082)|**[link](https://a.example/hats)**|

## Caps

|Publish Date|Title|Authors|PDF|Code|
|---|---|---|---|---|
|**2026-03-01**|**Hats | Caps: $|x|$ of Each**|Elle Em et.al.|[2603.00081v2](http://arxiv.org/abs/2603.00081v2)|null|

<p align=right>(<a href=#top>back to top</a>)</p>
",
    },
    Seed {
        format: "Table (Markdown)",
        papers: 2,
        text: r"# Daily

Last update: 2026-03-02

## Gloves
| **Title** | **Date** | **Abstract** | **Comment** |
| --- | --- | --- | --- |
| **[Gloves](http://arxiv.org/abs/2603.00091v1)** | 2026-03-01 | <details><summary>Show</summary><p>A glove has $n|5$ fingers.</p></details> | <details><summary>9 pag...</summary><p>9 pages | 2 figures</p></details> |
| **[Mittens](https://arxiv.org/pdf/2603.00092v3)** | 2026-02-28 | <details><summary>Show</summary><p>A mitten has none.</p></details> |  |
",
    },
    Seed {
        format: "Records (JSON, JSON Lines)",
        papers: 3,
        text: r#"{"id": "2603.00081", "categories": ["cs.CV", "cs.GR"], "authors": ["El Em", "En Oh"], "title": "Ropes", "comment": null, "summary": "A rope\n  has two ends \ud83e\uddf5.", "AI": {"tldr": "Two ends."}, "code_url": "https://a.example/rope"}
{"id": "2603.00082", "title": "Knots in $\\mathbb{R}^3$", "authors": ["Pe Qu"], "comment": "9 pages", "summary": "A knot is a \"rope\"."}
{'arxiv_id': 'arXiv:2603.00083', 'title': "A sailor's rope", 'authors': 'Ar Es, Te Yu', 'abstract': 'It\'s long.', 'abstract_zh': None}
"#,
    },
    Seed {
        format: "Records (JSON, JSON Lines)",
        papers: 2,
        text: r#"{
  "date": "2026-03-02",
  "papers": [
    {"title": "Hinges", "authors": [{"name": "Vi Double"}], "arxiv_id": "2603.00084v1", "summary": "A hinge turns.",
     "primary_category": "cs.RO", "code_links": [{"url": "https://a.example/hinge", "type": "github"}]},
    {"title": "Latches", "authors": ["Ex Why"], "arxiv_id": "2603.00085", "abstract": "A latch does not."}
  ]
}
"#,
    },
    Seed {
        format: "Records (JSON, JSON Lines)",
        papers: 2,
        text: r#"{"Garden": {"2603.00086": "|**2026-03-02**|**Spades**|Zed Ay et.al.|[2603.00086](http://arxiv.org/abs/2603.00086)|null|\n",
"2603.00087": "- 2026-03-01, **Rakes**, Bee Cee et.al., Paper: [http://arxiv.org/abs/2603.00087](http://arxiv.org/abs/2603.00087)\n"}}
"#,
    },
    Seed {
        format: "Records (JSON, JSON Lines)",
        papers: 3,
        text: r#"{"message": {"items": [
{"DOI": "10.1000/11", "title": ["Pails and <i>cans</i>"], "author": [{"given": "El", "family": "Em"}, {"name": "The Tin"}], "abstract": "<jats:p>A pail holds 10<jats:sup>3</jats:sup>.</jats:p>", "issued": {"date-parts": [[2026, 3, 2]]}, "reference": [{"title": "Cans"}]},
{"id": "x", "content": {"title": {"value": "Mugs"}, "authors": {"value": [{"fullname": "En Oh"}]}, "cdate": 1772323200000}},
{"titles": [{"title": "Jugs"}], "authorships": [{"author": {"display_name": "Pe Qu"}}], "arxiv_eprints": [{"value": "2603.00088"}], "abstract_inverted_index": {"A": [0], "jug": [1]}}
]}}
"#,
    },
    Seed {
        format: "BibTeX",
        papers: 2,
        text: r#"@string{fair = "The Village Fair"}

% Of ropes.
@misc{elem2026,
  title = {On {Ropes} and Kn{\"o}ts},
  author = {Em, El and {The Rope Makers} and N{\'e}e, Oh},
  year = {2026}, month = mar,
  eprint = {2603.00091v2}, archivePrefix = {arXiv}, primaryClass = {cs.RO},
  abstract = {A rope holds $x_1 < 2$ and 5\% more.}
}
@article(pequ, title = "Knots " # "again", author = {Pe Qu}, journal = fair, doi = {10.1000/7},
  url = {https://arxiv.org/abs/2603.00092})
"#,
    },
    Seed {
        format: "RIS",
        papers: 2,
        text: "TY  - UNPB\nTI  - Bells\nAU  - Em, El\nAU  - Oh, En\nAB  - A bell rings\nand rings.\nPY  - 2026/03/02\nUR  - https://arxiv.org/abs/2603.00093\nER  - \n\n\
               TY  - JOUR\nT1  - Gongs\nA1  - Qu, Pe\nN2  - A gong does too.\nDO  - 10.1000/8\nER  - \n",
    },
    Seed {
        format: "CSL-JSON",
        papers: 2,
        text: r#"[
  {"id": "em2026", "type": "article", "title": "Drums", "author": [{"family": "Em", "given": "El"}, {"literal": "The Drummers"}],
   "issued": {"date-parts": [[2026, 3, 2]]}, "abstract": "A drum is <i>hollow</i>.", "URL": "https://arxiv.org/abs/2603.00094", "genre": "preprint"},
  {"id": "qu2026", "type": "paper-conference", "title": "Fifes {and} \u201cpipes\u201d", "author": [{"family": "Qu", "given": "Pe"}],
   "issued": {"date-parts": [["2026"]]}, "DOI": "10.1000/9", "container-title": "The Fair"}
]
"#,
    },
    Seed {
        format: "List of links (text, Markdown)",
        papers: 3,
        text: r"# Awesome pots
## Lids
- **Lids that wait** [[paper](https://arxiv.org/abs/2603.00095)] [[code](https://a.example/lid)] *El Em, Pe Qu*, The Fair 2026
- (*Fair'26*) Lids at rest [[arXiv:2603.00096](https://arxiv.org/abs/2603.00096)] ![stars](https://a.example/b)
  with words below, <a href='https://a.example'>site</a>
- [2603.00097] Lids in fog, *Ava Moss*. [[pdf]](https://arxiv.org/pdf/2603.00097.pdf)
",
    },
    Seed {
        format: "List of links (text, Markdown)",
        papers: 3,
        text: r#"<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
<DL><p>
    <DT><H3 ADD_DATE="1">Lids</H3>
    <DL><p>
        <DT><A HREF="https://arxiv.org/abs/2603.00098v2" ADD_DATE="1">[2603.00098v2] Lids &amp; pots</A>
        <DT><A HREF="https://openreview.net/forum?id=Ab1&amp;x=2">Lids, openly | OpenReview</A>
    </DL><p>
    <DT><A HREF="https://doi.org/10.1000/182">Pans</A>
</DL><p>
"#,
    },
    Seed {
        format: "References (YAML)",
        papers: 2,
        text: r#"---
references:
- id: em2026
  title: 'Drums: "loud"'
  author: &makers
  - {family: Em, given: "\u00c9l"}
  - literal: The Drummers
  issued: {date-parts: [[2026, 3, 2]]}
  abstract: |
    A drum is <i>hollow</i>.

    It sounds.
  URL: https://arxiv.org/abs/2603.00095 # a link
- title: >-
    Fifes and
    pipes
  author: *makers
  DOI: 10.1000/10
...
"#,
    },
    Seed {
        format: "Papers of Digest Explorer",
        papers: 2,
        text: r"digest-explorer papers 1
paper 2603.00041
version 2
title On $x^2$ & \\emph
. 3 8 math
author Ada Stern
author Bo Weiss
category cs.CV
day 2026-03-02
announce new inferred
abstract We weigh teacups.\nSee here\2e; Now.
. 22 26 link https://a.example/tea
. 22 26 strong
comment 3 pages
topic Tea
code https://a.example/code
doi 10.1000/182
submitted 2026-03-01
number 7
line 12
marks starred read
note see page 4
local x-00000000000000ff
title A title alone
line 20
",
    },
    Seed {
        format: "Web page or alert (HTML)",
        papers: 5,
        text: r#"Date: Mon, 2 Mar 2026 10:00:00 -0800
From: Alerts <alerts@a.example>
Subject: ropes

<!DOCTYPE html><html><head><meta name="citation_title" content="Knots &amp; ropes"/><meta name="citation_author" content="Em, El"/>
<meta name="citation_arxiv_id" content="2603.00101"/><meta name="citation_abstract" content="A rope has &lt;b&gt;two&lt;/b&gt; ends."/></head>
<body><h3>Showing new listings for Monday, 2 March 2026</h3><dl><h3>Cross submissions (showing 1 of 1 entries)</h3>
<dt><a href="/abs/2603.00102">arXiv:2603.00102</a> (cross-list from cs.SD)</dt>
<dd><div class='list-title mathjax'><span class='descriptor'>Title:</span> Of <i>hats</i>, <script type="math/tex">x^2</script></div>
<div class="list-authors"><a href="/a/b">Lu Pe&ntilde;a</a> (Oslo), <a href="/a/c">Em En</a></div><div class="list-subjects">Sound (cs.SD)</div>
<p class="mathjax">A hat is <a href="https://a.example/hat">here</a>.<br>It is $n<2$.</p></dd></dl>
<ol><li class="arxiv-result"><p class="list-title"><a href="https://arxiv.org/abs/2603.00103v2">arXiv:2603.00103v2</a></p><p class="title is-5 mathjax">Moss</p>
<span class="abstract-full">Moss. <a onclick="x()">Less</a></span><p class="is-size-7">Submitted 1 March, 2026</p></li></ol>
<h3><a class="gse_alrt_title" href="https://scholar.google.com/scholar_url?url=https://arxiv.org/pdf/2603.00104&amp;hl=en">Fog <b>again</b></a></h3>
<div style="color:#006621">A Keel, B Lund&hellip; - Journal of Fog, 2026 - Press</div><div class="gse_alrt_sni">Fog &#8230;</div>
<h3><a href="/papers/2603.00105">Bells</a></h3></body></html>
"#,
    },
    Seed {
        format: "Text copied from arXiv’s pages",
        papers: 4,
        text: r"Showing new listings for Monday, 2 March 2026
New submissions (showing 1 of 1 entries)

[1] arXiv:2603.00111 [pdf, html, other]
Title: Gloves for $n$ hands
El Em, Pe Qu
Comments: 3 pages
Subjects: Sound (cs.SD); Graphics (cs.GR)

A glove has five ends.
Cross submissions (showing 1 of 1 entries)
[2] arXiv:2603.00112 (cross-list from cs.GR) [pdf]
Title:
Scarves
Authors: Pe Qu,
El Em
Subjects: Graphics (cs.GR)
Total of 2 entries
1. arXiv:2603.00113  [pdf, other]  cs.CV
Boots, counted
Authors: Em En
Abstract: …boots come in pairs. ▽ More
Submitted 1 March, 2026; originally announced March 2026.
arXiv:2603.00114 (cs)
[Submitted on 1 Mar 2026 (v1), last revised 2 Mar 2026 (this version, v2)]
Title:Laces
Authors:En Oh
View PDF
Abstract:A lace is long.
Subjects:	Sound (cs.SD)
Cite as:	arXiv:2603.00114 [cs.SD]
",
    },
    Seed {
        format: "Table (CSV, TSV)",
        papers: 3,
        text: "\u{feff}\"Key\",\"Item Type\",\"Author\",\"Title\",\"Publication Title\",\"DOI\",\"Url\",\"Abstract Note\",\"Date\"\r\n\"AB12\",\"preprint\",\"Em, El; de Oh, N. P.\",\"Hinges, and \"\"doors\"\"\",\"\",\"\",\"http://arxiv.org/abs/2603.00131v2\",\"A hinge turns.\r\n\r\nSo does a door.\",\"2026-03-02\"\r\n\"CD34\",\"journalArticle\",\"Qu, Ar\",\"'-less knobs\",\"Journal of Doors\",\"10.1000/knob\",\"\",\"\",\"03/2026\"\r\n\"EF56\",\"preprint\",\"['Es Te', 'You Vee']\",\"Latches\",\"\",\"\",\"\",\"\",\"2.3.2026\"\r\n",
    },
    Seed {
        format: "Table (CSV, TSV)",
        papers: 2,
        text: "sep=;\nid;title;authors;categories;abstract\n2603.00132;Keys; Vee We, Ex Wy ;cs.RO;\"Keys; many of them.\"\n603.133;Locks;Zed Ay et al.;\"['cs.RO']\";NaN\n",
    },
    Seed {
        format: "Tagged references (PubMed, Web of Science, EndNote)",
        papers: 2,
        text: "\nPMID- 90000001\nOWN - NLM\nDP  - 2026 Mar 2\nTI  - Wicker chairs and what they\n      say.\nLID - S1 [pii]\nLID - 10.1000/w.1 [doi]\nAB  - BACKGROUND: A chair creaks. RESULTS: It is\n      the wicker.\nFAU - Em, El A Jr\nAU  - Em EA\nCN  - Chair Group\nJT  - Chairs\nPMC - PMC12\n\n\
               PMID- 90000002\nTI  - Stools.\nAU  - Oh E\nAID - 10.1000/w.2 [doi]\n",
    },
    Seed {
        format: "Tagged references (PubMed, Web of Science, EndNote)",
        papers: 2,
        text: "FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nAU Em, E\n   Oh, N\nAF Em, El\n   Oh, En\nTI Baskets\n   of reed\nAB A basket\n   holds.\nPD MAR 2\nPY 2026\nDI 10.1000/w.3\nER\n\nPT C\nAU Qu, P\nTI Trays\nER\n\nEF\n",
    },
    Seed {
        format: "Tagged references (PubMed, Web of Science, EndNote)",
        papers: 2,
        text: "%0 Journal Article\n%A Em, El\n%A Oh, En\n%T Rafts\n%J arXiv preprint arXiv:2603.00095\n%D 2026\n%8 March 2, 2026\n%X A raft floats.\nAlways.\n\n%0 Book\n%A Qu, Pe\n%T Oars\n%R 10.1000/w.4\n",
    },
    Seed {
        format: "Tagged references (PubMed, Web of Science, EndNote)",
        papers: 2,
        text: "1. J Fog. 2026 Mar 2;12(3):45-50. doi: 10.1000/190. Epub 2026 Feb 1.\n\nLids (that)\nwait.\n\nEm E(1), Oh N(1)(2).\n\nAuthor information:\n(1)Fog House.\n\nAIM: We wait.\n\nDOI: 10.1000/190\nPMID: 90\n\n\n2. J Fog. 2026;12(3):51.\n\nA letter.\n\nPMID: 91\n",
    },
    Seed {
        format: "References in XML (PubMed, EndNote, OAI-PMH, Zotero RDF)",
        papers: 2,
        text: r#"<?xml version="1.0" ?>
<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2024//EN" "https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_240101.dtd">
<PubmedArticleSet>
<PubmedArticle><MedlineCitation><PMID Version="1">90000003</PMID><Article><Journal><JournalIssue><PubDate><Year>2026</Year><Month>Mar</Month><Day>2</Day></PubDate></JournalIssue><Title>Chairs</Title></Journal>
<ArticleTitle>On <i>benches</i>.</ArticleTitle><Abstract><AbstractText Label="AIM">We sit, p&lt;0.05.</AbstractText><AbstractText>CO<sub>2</sub> &amp; more.</AbstractText></Abstract>
<AuthorList><Author><LastName>Em</LastName><ForeName>El A</ForeName></Author><Author><CollectiveName>Bench Group</CollectiveName></Author></AuthorList></Article></MedlineCitation>
<PubmedData><ArticleIdList><ArticleId IdType="doi">10.1000/w.5</ArticleId></ArticleIdList></PubmedData></PubmedArticle>
<PubmedBookArticle><BookDocument><PMID>90000004</PMID><Book><BookTitle>Sofas</BookTitle></Book><Abstract><AbstractText>Soft.</AbstractText></Abstract></BookDocument></PubmedBookArticle>
</PubmedArticleSet>
"#,
    },
    Seed {
        format: "References in XML (PubMed, EndNote, OAI-PMH, Zotero RDF)",
        papers: 1,
        text: r#"<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords>
<record><header><identifier>oai:arXiv.org:2603.00096</identifier><setSpec>cs:cs:RO</setSpec></header><metadata><arXiv><id>2603.00096</id><created>2026-03-02</created>
<authors><author><keyname>Em</keyname><forenames>El</forenames></author></authors><title>Hammocks in $\mathbb{R}^3$</title><categories>cs.RO math.GT</categories><abstract>  A hammock hangs.
</abstract></arXiv></metadata></record>
<resumptionToken/></ListRecords></OAI-PMH>
"#,
    },
    Seed {
        format: "References in XML (PubMed, EndNote, OAI-PMH, Zotero RDF)",
        papers: 1,
        text: r#"<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:bib="http://purl.org/net/biblio#">
<bib:Article rdf:about="https://a.example/cot"><dcterms:isPartOf rdf:resource="urn:issn:1000-0001"/><bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Em</foaf:surname><foaf:givenName>El</foaf:givenName></foaf:Person></rdf:li></rdf:Seq></bib:authors>
<dc:title>Cots</dc:title><dcterms:abstract>A cot folds.</dcterms:abstract><dc:date>2026-03-02</dc:date></bib:Article>
<bib:Journal rdf:about="urn:issn:1000-0001"><dc:title>Beds</dc:title><dc:identifier>DOI 10.1000/w.6</dc:identifier></bib:Journal>
</rdf:RDF>
"#,
    },
    Seed {
        format: "References in XML (PubMed, EndNote, OAI-PMH, Zotero RDF)",
        papers: 1,
        text: r#"<?xml version="1.0" encoding="UTF-8" ?><xml><records><record><contributors><authors><author><style face="normal">Em, El</style></author></authors></contributors><titles><title><style face="normal">Of </style><style face="italic">beds</style></title></titles><dates><year>2026</year><pub-dates><date>Mar 2</date></pub-dates></dates><abstract><style>A bed stands.</style></abstract></record></records></xml>
"#,
    },
];

/// Pieces that formats and their damage are made of.
pub const PIECES: [&str; 64] = [
    "\n",
    "\r",
    "\r\n",
    "\n\n",
    "\u{2028}",
    "\0",
    "\t",
    " ",
    "\u{feff}",
    "\u{a0}",
    "é",
    "\u{301}",
    "# ",
    "### ",
    "#### ",
    "> ",
    ">  ",
    "- ",
    "---",
    "***",
    "**",
    "*",
    "_",
    "`",
    "|",
    "\\|",
    "||||",
    "[",
    "](",
    ")",
    "<details>",
    "</details>",
    "<summary>",
    "<br>",
    "<a href=\"",
    "</a>",
    "<![CDATA[",
    "]]>",
    "<entry>",
    "</entry>",
    "<item>",
    "&amp;",
    "&#x0;",
    "&lt",
    "\\\\",
    "\\\\\n",
    "\\\"",
    "\\'",
    "\\ud800",
    "$",
    "$$",
    "\\(",
    "{",
    "}",
    "{\"",
    "\":",
    "[[",
    "null",
    "https://arxiv.org/abs/2603.99999v2",
    "arXiv:",
    "Title:",
    "Abstract:",
    "@misc{",
    "TY  - ",
];

/// Queries that have a bit of all of the language.
const QUERIES: [&str; 12] = [
    "kettle",
    "-lantern title:(door* OR \"a rope\") task:(segmentation OR none)",
    "author:\"El Em\" day:2026-03-02 cat:cs.CV -cat:cs.GR announce:new",
    "/tea(cups|spoons)/ abstract:/[A-Z]{2,}/c =We",
    "id:2603.00031v2 arXiv:2603.00041 https://arxiv.org/abs/2603.00042",
    "day:2026-02..2026-03 has:code has:math is:duplicate",
    "source:\"a b/2.md\" topic:Hats -topic:none tag:slam",
    "NOT (rope -knot) OR (moss fern) self-supervised",
    "((a OR b) -(c d)) \"say \\\"it\\\"\"",
    "lamtern ketle umbrelas",
    "learning:none -domain:none dataset:coco resource:code-link",
    "Ad* comment:pages title:\"counting\" c\u{301}a 点云 L²",
];

/// Titles and abstracts with all that stands in them.
const MARKUP: [&str; 6] = [
    r#"We weigh $O(n^2)$ \textbf{tea {\em cups}} at <a class="link-external" href="https://a.example/tea">this https URL</a>.<br>Sch\"on &amp; na\"{\i}ve, 92\% of it."#,
    r"\[\frac{C_{\alpha,K}}{2} \sum_{i=1}^n \mathbb{R}^{d\times 3}\] and $$x_1 < \left(\begin{matrix} a & b \\ c \end{matrix}\right)$$ \emph{``quotes''} --- \url{https://a.example/~b}",
    r#"a &lt; b &#x3b1; &#945; <p>one</p> <i>two</i> <sub>3</sub> <unk> x<y and a>b <a href="javascript:x">y</a> <a href="mailto:a@b.example">z</a>"#,
    r"see https://a.example/b_c(d), http://a.example. \texttt{code\_x} {\bf bold \it both} \'{e} \c{c} \v{S} \ss~\o \href{https://a.example}{text}",
    r"$5 or $6, \$7; $\text{if } x > 0$ \(y\) $\bar{\mathbf{x}}^\prime$ \cite{a} \ref{b} {nested {braces {deep}}} \\ \& \# \_",
    "  first\n\n  second <br/><br> third\u{a0}\u{2028}e\u{301} \u{200b}x",
];

/// The inputs that a target of the fuzzers starts from.
pub fn of(target: &str) -> Vec<Vec<u8>> {
    let texts = |texts: &[&str]| texts.iter().map(|text| text.as_bytes().to_vec()).collect();
    let named = |format: &str| {
        let seeds = SEEDS.iter().filter(|seed| seed.format == format);
        seeds.map(|seed| seed.text.as_bytes().to_vec()).collect()
    };
    match target {
        "heading" => named("Heading digest (Markdown)"),
        "feed" => named("Feed (Atom, RSS)"),
        "mail" => named("arXiv mail or listing"),
        "enhanced" => named("daily-arXiv-ai-enhanced (Markdown)"),
        "fields" => named("Markdown with labelled fields"),
        "table" => named("Table (Markdown)"),
        "json" => named("Records (JSON, JSON Lines)"),
        "bibtex" => named("BibTeX"),
        "ris" => named("RIS"),
        "csl" => named("CSL-JSON"),
        "yaml" => named("References (YAML)"),
        "papers" => named("Papers of Digest Explorer"),
        "page" => named("Web page or alert (HTML)"),
        "copied" => named("Text copied from arXiv’s pages"),
        "csv" => named("Table (CSV, TSV)"),
        "tagged" => named("Tagged references (PubMed, Web of Science, EndNote)"),
        "bibxml" => named("References in XML (PubMed, EndNote, OAI-PMH, Zotero RDF)"),
        "list" => named("List of links (text, Markdown)"),
        "parcel" => parcels(),
        "archive" => archives(),
        "markup" => texts(&MARKUP),
        "query" => texts(&QUERIES),
        "rules" => texts(&RULES),
        "link" => texts(&LINKS),
        "backup" => texts(&BACKUPS),
        // Those that read any format.
        _ => SEEDS
            .iter()
            .map(|seed| seed.text.as_bytes().to_vec())
            .collect(),
    }
}
