use crate::core::digest::{Digest, Format, read};

fn one_line(digest: &Digest) -> Vec<String> {
    let papers = digest.papers.iter();
    papers
        .map(|paper| {
            let text = |text: &Option<crate::core::text::RichText>| {
                text.as_ref()
                    .map_or("-".to_owned(), |text| text.plain.clone())
            };
            let kind = paper.announce.map_or("-", |announce| announce.kind.id());
            let day = |day: Option<&crate::core::day::Day>| {
                day.map_or("-".to_owned(), ToString::to_string)
            };
            let categories: Vec<&str> = paper.categories.iter().map(|c| c.0.as_str()).collect();
            format!(
                "{} | {} | {} | {} | {kind} {} {} | {} | {} | {} {}",
                paper.id.arxiv().map_or("x", |id| id.as_str()),
                paper.title.plain,
                paper.authors.join(", "),
                categories.join(" "),
                day(paper.days.first()),
                day(paper.submitted.as_ref()),
                text(&paper.comment),
                text(&paper.summary),
                paper.journal.as_deref().unwrap_or("-"),
                paper.doi.as_deref().unwrap_or("-"),
            )
        })
        .collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let digest = read("x.html", text.as_bytes().to_vec());
    assert_eq!(digest.format, Some(Format::Page));
    assert_eq!(one_line(&digest), expected);
    assert!(digest.is_balanced());
}

#[test]
fn a_list_of_a_day() {
    check(
        r#"<!DOCTYPE html><html><body><h3>Showing new listings for Friday, 6 March 2026</h3>
<dl id='articles'><h3>New submissions (showing 1 of 1 entries)</h3>
<dt><a name='item1'>[1]</a> <a href ="/abs/2603.00001" title="Abstract">arXiv:2603.00001</a>
[<a href="/pdf/2603.00001">pdf</a>]</dt>
<dd><div class='meta'><div class='list-title mathjax'><span class='descriptor'>Title:</span>
 Kettles &amp; <i>whistles</i></div>
<div class='list-authors'><a href="https://arxiv.org/search/cs?query=Pe">Luz Pe&ntilde;a</a>, <a href="x">Bo Wolke</a> (Oslo)</div>
<div class='list-comments mathjax'><span class='descriptor'>Comments:</span> 9 pages</div>
<div class='list-subjects'><span class='descriptor'>Subjects:</span>
<span class="primary-subject">Sound (cs.SD)</span>; Graphics (cs.GR)</div>
<p class='mathjax'> A kettle, $x&lt;1$, whistles. </p></div></dd></dl>
<dl><h3>Cross submissions (showing 1 of 1 entries)</h3>
<dt><a href="/abs/2603.00002">arXiv:2603.00002</a> (cross-list from cs.GR)</dt>
<dd><div class='list-title mathjax'><span class='descriptor'>Title:</span> Umbrellas</div></dd>
</dl><dl><dt>Term</dt><dd>What it means.</dd></dl></body></html>"#,
        &[
            "2603.00001 | Kettles & whistles | Luz Peña, Bo Wolke | cs.SD cs.GR | new 2026-03-06 - | \
             9 pages | A kettle, $x<1$, whistles. | - -",
            "2603.00002 | Umbrellas |  |  | cross 2026-03-06 - | - | - | - -",
        ],
    );
}

#[test]
fn results_of_a_search() {
    check(
        r#"<html><h1 class="title is-clearfix">Showing 1-1 of 1 results</h1><ol>
<li class="arxiv-result"><div class="is-marginless"><p class="list-title is-inline-block"><a href="https://arxiv.org/abs/2603.00004v2">arXiv:2603.00004v2</a></p>
<div class="tags"><span class="tag is-small" data-tooltip="Sound">cs.SD</span></div></div>
<p class="title is-5 mathjax"> Moss, <span class="search-hit mathjax">counted</span> </p>
<p class="authors"><span class="search-hit">Authors:</span> <a href="/a">Te You</a>, <a href="/b">Vee We</a></p>
<p class="abstract mathjax"><span>Abstract</span>: <span class="abstract-short" id="s">…moss… <a class="is-size-7" onclick="x()">&#9661; More</a></span>
<span class="abstract-full" style="display: none;">All of the moss. <a class="is-size-7" onclick="x()">&#9651; Less</a></span></p>
<p class="is-size-7"><span>Submitted</span> 4 March, 2026; <span>originally announced</span> March 2026.</p>
<p class="comments is-size-7"><span>Comments:</span> <span>4 pages</span></p>
<p class="comments is-size-7"><span>Journal ref:</span> J. Moss 3</p></li></ol></html>"#,
        &[
            "2603.00004 | Moss, counted | Te You, Vee We | cs.SD | - - 2026-03-04 | 4 pages | \
           All of the moss. | J. Moss 3 -",
        ],
    );
}

#[test]
fn alerts_of_google_scholar() {
    check(
        r#"Date: Fri, 6 Mar 2026 10:00:00 -0800
From: Alerts <alerts@scholar.example>

<html><head><style>.gse_alrt_title{margin:0}.gse_alrt_title:hover{margin:1px}</style></head><body><h3><span>[PDF]</span> <a href="https://scholar.google.com/scholar_url?url=https://arxiv.org/pdf/2603.00007&amp;hl=en" class="gse_alrt_title">Nets that <b>wait</b></a></h3>
<div style="color:#006621">M Salt, E Run… - arXiv preprint arXiv:2603.00007, 2026</div>
<div class="gse_alrt_sni">We <b>wait</b> for <br> rain &#8230;</div>
<h3><a href="https://scholar.google.com/scholar_url?url=https://press.example/doi/abs/10.1000/x%282%29&amp;hl=en" class="gse_alrt_title">Umbrellas, reviewed</a></h3>
<div>P Vole&nbsp;- Journal of Fog, 2026 - A Press</div><div class="gse_alrt_sni">They help &#8230;</div>
<p>This message was sent by an alert.</p></body></html>"#,
        &[
            "2603.00007 | Nets that wait | M Salt, E Run |  | - 2026-03-06 - | - | \
             We wait for rain … | - -",
            "x | Umbrellas, reviewed | P Vole |  | - 2026-03-06 - | - | They help … | \
             Journal of Fog, 2026 10.1000/x(2)",
        ],
    );
}

#[test]
fn a_page_with_meta_tags() {
    check(
        r#"<html><head><meta name="citation_title" content="Doors &amp; windows"/>
<meta name="citation_author" content="Stern, Ada B."><meta name="citation_author" content="Bo Wolke">
<meta name="citation_publication_date" content="2026/03/04"><meta name="citation_journal_title" content="Journal of Fog">
<meta name="citation_volume" content="12"><meta name="citation_issue" content="3"><meta name="citation_firstpage" content="4">
<meta name="citation_lastpage" content="9"><meta name="citation_doi" content="10.1000/182">
<meta name="citation_abstract" content="&lt;p&gt;A door opens.&lt;/p&gt;"></head><body><h1>Doors</h1></body></html>"#,
        &[
            "x | Doors & windows | Ada B. Stern, Bo Wolke |  | - 2026-03-04 - | - | A door opens. | \
           Journal of Fog 12(3), 4–9 10.1000/182",
        ],
    );
}

#[test]
fn the_page_of_a_paper_of_arxiv() {
    check(
        r#"<html><head><meta name="citation_title" content="Bells"/><meta name="citation_author" content="Em, Lee"/>
<meta name="citation_date" content="2026/03/03"/><meta name="citation_arxiv_id" content="2603.00006"/></head>
<body><div id="abs"><div class="dateline">[Submitted on 3 Mar 2026 (v1), last revised 4 Mar 2026 (this version, v2)]</div>
<h1 class="title mathjax"><span class="descriptor">Title:</span>Bells</h1>
<div class="authors"><span class="descriptor">Authors:</span><a href="/a">Lee Em</a></div>
<blockquote class="abstract mathjax"><span class="descriptor">Abstract:</span>A bell rings.</blockquote>
<table><tr><td class="tablecell label">Comments:</td><td class="tablecell comments mathjax">At a fair</td></tr>
<tr><td class="tablecell subjects"><span class="primary-subject">Sound (cs.SD)</span></td></tr></table></div></body></html>"#,
        &["2603.00006 | Bells | Lee Em | cs.SD | - - 2026-03-03 | At a fair | A bell rings. | - -"],
    );
}

#[test]
fn pages_of_hugging_face() {
    check(
        r#"<html><body><h1>Daily Papers</h1><article><a href="/papers/2603.00008"><img></a><h3><a href="/papers/2603.00008" class="x">Teacups</a></h3>
<a href="/papers/2603.00008#community">2</a></article><article><h3><a href="/papers/2603.00009">Saucers</a></h3></article></body></html>"#,
        &[
            "2603.00008 | Teacups |  |  | - - - | - | - | - -",
            "2603.00009 | Saucers |  |  | - - - | - | - | - -",
        ],
    );
    check(
        r#"<html><head><meta property="og:title" content="Paper page - Teacups"><meta property="og:url" content="https://huggingface.co/papers/2603.00008"></head>
<body><h1>Teacups</h1><h2>Abstract</h2><p class="text-blue-700">In short.</p><p class="text-gray-600">We weigh teacups.</p></body></html>"#,
        &["2603.00008 | Teacups |  |  | - - - | - | We weigh teacups. | - -"],
    );
}

#[test]
fn drawn_formulas_are_their_source() {
    check(
        r#"<dl><dt><a href="/abs/2603.00001">arXiv:2603.00001</a></dt><dd><div class="list-title">Of <span class="MathJax_Preview">x</span><span class="MathJax"><span>x</span></span><script type="math/tex">x^2</script> hats</div></dd></dl>"#,
        &["2603.00001 | Of $x^2$ hats |  |  | - - - | - | - | - -"],
    );
}

#[test]
fn other_pages_are_none() {
    for text in [
        "<html><body><dl><dt>a</dt><dd>b</dd></dl></body></html>",
        "In a page, class=\"list-title\" is a class.",
        "{\"a\": \"<div class='list-title'>\"}",
        "<p><a href=\"https://huggingface.co/papers/2603.00001\">badge</a></p>\n# Hats\n",
        "<rss><item><title>a</title><description><![CDATA[<p class=\"list-title\">]]></description></item></rss>",
    ] {
        let digest = read("x.html", text.as_bytes().to_vec());
        assert_ne!(digest.format, Some(Format::Page), "{text}");
    }
}
