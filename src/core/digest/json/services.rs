//! What services answer, in their forms and of our words.

use super::tests::{check, check_named};

#[test]
fn openalex() {
    check(
        r#"{"meta": {"count": 2, "page": 1}, "results": [
{"id": "https://openalex.org/W1", "doi": "https://doi.org/10.48550/arxiv.2603.00001", "title": "Slow doors", "display_name": "Slow doors", "publication_year": 2026, "publication_date": "2026-03-01", "ids": {"openalex": "https://openalex.org/W1", "mag": "12"}, "primary_location": {"is_oa": true, "landing_page_url": "http://arxiv.org/abs/2603.00001", "source": {"id": "S1", "display_name": "arXiv (Cornell University)"}, "version": "submittedVersion"}, "type": "preprint", "open_access": {"is_oa": true, "oa_url": "http://arxiv.org/pdf/2603.00001"}, "authorships": [{"author_position": "first", "author": {"id": "A1", "display_name": "El Em", "orcid": null}, "institutions": [{"display_name": "A House"}], "raw_author_name": "Em, El"}, {"author": {"display_name": "En Oh"}}], "concepts": [{"id": "C1", "display_name": "Door"}], "locations": [{"landing_page_url": "http://arxiv.org/abs/2603.00001"}], "referenced_works": ["https://openalex.org/W2"], "abstract_inverted_index": {"A": [0], "door": [1, 4], "is": [2], "a": [3], "&amp;": [5], "waits.": [6]}, "counts_by_year": []},
{"id": "https://openalex.org/W2", "doi": null, "display_name": "Walls", "publication_date": "2025-01-02", "authorships": [{"author": {"display_name": "En Oh"}}], "primary_location": {"landing_page_url": "https://a.example", "source": {"display_name": "Journal of Walls"}}, "abstract_inverted_index": null}
], "group_by": []}"#,
        &[
            "2: 2603.00001 Slow doors | A A door is a door & waits. | by El Em+En Oh | on 2026-03-01 | sent 2026-03-01",
            "3: x Walls | by En Oh | on 2025-01-02 | sent 2025-01-02 | J Journal of Walls",
        ],
    );
}

#[test]
fn openreview() {
    check(
        r#"{"notes": [
{"id": "aB3_x", "forum": "aB3_x", "replyto": null, "number": 17, "cdate": 1772323200000, "content": {"title": {"value": "Slow doors"}, "authors": {"value": ["El Em", "En Oh"]}, "authorids": {"value": ["~El_Em1"]}, "TLDR": {"value": "They wait."}, "abstract": {"value": "A door waits."}, "venue": {"value": "Doors 2026 Poster"}, "pdf": {"value": "/pdf/9.pdf"}}},
{"id": "cD", "forum": "cD", "content": {"title": {"value": "Walls"}, "authors": {"value": [{"fullname": "El Em", "username": "~El_Em1"}]}, "abstract": {"value": "A wall stands."}}},
{"id": "eF", "forum": "eF", "content": {"title": "Stairs", "authors": ["Vi Double"], "TL;DR": "Up.", "abstract": "A stair rises."}, "tcdate": 1},
{"id": "gH", "forum": "aB3_x", "replyto": "aB3_x", "content": {"title": "Paper Decision", "decision": "Accept"}}
], "count": 4}"#,
        &[
            "2: x Slow doors | A A door waits. | by El Em+En Oh | on 2026-03-01 | sent 2026-03-01 | C OpenReview aB3_x | G They wait. | J Doors 2026 Poster | n 17",
            "3: x Walls | A A wall stands. | by El Em",
            "4: x Stairs | A A stair rises. | by Vi Double | G Up.",
            "5:1 Note StrayText",
        ],
    );
}

#[test]
fn crossref() {
    let item = r#"{"indexed": {"date-parts": [[2026, 4, 1]], "date-time": "2026-04-01T00:00:00Z"}, "reference-count": 1, "publisher": "House", "DOI": "10.1000/9", "type": "journal-article", "created": {"date-parts": [[2026, 3, 9]]}, "title": ["Doors <i>in vivo</i>\n  and CO<sub>2</sub>"], "author": [{"given": "El", "family": "Em", "sequence": "first", "affiliation": [{"name": "A House"}]}, {"name": "The Doors", "sequence": "additional"}], "container-title": ["Journal of Doors"], "abstract": "<jats:title>Abstract</jats:title><jats:p>Aims. A door <jats:italic>waits</jats:italic>.</jats:p><jats:p>Results. It closes at 10<jats:sup>-3</jats:sup>.</jats:p>", "resource": {"primary": {"URL": "https://a.example/9"}}, "issued": {"date-parts": [[2026, 3]]}, "published-online": {"date-parts": [[2026, 3, 2]]}, "reference": [{"key": "1", "DOI": "10.1000/8", "article-title": "Walls", "author": "Oh"}], "URL": "http://dx.doi.org/10.1000/9"}"#;
    let shown = "Doors in vivo and CO2 | A Aims. A door waits.¶Results. It closes at 10⁻³. | by El Em+The Doors | on 2026-03-02 | sent 2026-03-02 | J Journal of Doors | doi 10.1000/9";
    check(
        &format!(
            r#"{{"status": "ok", "message-type": "work-list", "message": {{"facets": {{}}, "total-results": 1, "items": [{item}], "items-per-page": 20}}}}"#
        ),
        &[&format!("1: x {shown}")],
    );
    check(
        &format!(r#"{{"status": "ok", "message-type": "work", "message": {item}}}"#),
        &[&format!("1: x {shown}")],
    );
    check(
        r#"{"message": {"DOI": "10.1000/9", "reference": [{"DOI": "10.1000/8", "article-title": "Walls", "author": "Oh"}], "title": ["Slow doors"]}}"#,
        &["1: x Slow doors | doi 10.1000/9"],
    );
    check(
        r#"{"message": {"items": [{"DOI": "10.1000/7", "title": [], "reference": [{"key": "1"}]}, {"DOI": "10.1000/9", "title": ["Slow doors"]}]}}"#,
        &["1: x Slow doors | doi 10.1000/9", "1:24 Error BadEntry"],
    );
}

#[test]
fn inspire_and_ads() {
    check(
        r#"{"hits": {"hits": [{"id": "17", "created": "2026-03-09T00:00:00+00:00", "metadata": {"control_number": 17, "titles": [{"title": "Slow doors", "source": "arXiv"}], "abstracts": [{"value": "A door waits.", "source": "arXiv"}], "authors": [{"full_name": "Em, El", "affiliations": [{"value": "A House"}]}, {"full_name": "van der Oh, En", "inspire_roles": ["author"]}, {"full_name": "Boss, The", "inspire_roles": ["supervisor"]}], "arxiv_eprints": [{"value": "2603.00001", "categories": ["hep-ex", "hep-ph"]}], "dois": [{"value": "10.1000/9"}], "publication_info": [{"journal_title": "Phys.Rev.D", "journal_volume": "76", "year": 2026, "artid": "013009"}], "earliest_date": "2026-03-01"}}], "total": 1}}"#,
        &[
            "1: 2603.00001 Slow doors | A A door waits. | by El Em+En van der Oh | in hep-ex hep-ph | on 2026-03-01 | sent 2026-03-01 | J Phys.Rev.D 76 (2026) 013009 | doi 10.1000/9",
        ],
    );
    check(
        r#"{"responseHeader": {"status": 0}, "response": {"numFound": 1, "start": 0, "docs": [{"bibcode": "2026JDoor...1....1E", "title": ["Dusty doors"], "author": ["Em, El"], "abstract": "Dust.", "identifier": ["2026JDoor...1....1E", "10.1000/9", "arXiv:2603.00001"], "pubdate": "2026-03-00", "date": "2026-03-01T00:00:00Z", "doi": ["10.1000/9"], "pub": "Journal of Doors", "arxiv_class": ["astro-ph.GA"]}]}}"#,
        &[
            "1: 2603.00001 Dusty doors | A Dust. | by El Em | in astro-ph.GA | J Journal of Doors | doi 10.1000/9",
        ],
    );
}

#[test]
fn semantic_scholar_and_dblp() {
    let hash = "0a1b2c3d4e".repeat(4);
    check(
        &format!(
            r#"{{"total": 2, "offset": 0, "data": [{{"paperId": "{hash}", "title": "Slow doors"}}, {{"citingPaper": {{"paperId": "{hash}", "title": "Walls"}}}}]}}"#
        ),
        &["1: x Slow doors", "1: x Walls"],
    );
    check(
        &format!(
            r#"{{"paperId": "{hash}", "title": "Slow doors", "references": [{{"paperId": "{hash}", "title": "Walls"}}]}}"#
        ),
        &["1: x Slow doors"],
    );
    check(
        r#"{"total": 1, "offset": 0, "data": [{"paperId": "0a", "externalIds": {"ArXiv": "2603.00001", "DOI": "10.1000/9", "CorpusId": 1}, "title": "Slow doors", "abstract": null, "venue": "arXiv.org", "journal": {"name": "ArXiv", "volume": "abs/2603.00001"}, "publicationDate": "2026-03-01", "authors": [{"authorId": "1", "name": "El Em"}], "tldr": {"model": "m", "text": "They wait."}, "references": [{"paperId": "1b", "title": "Walls", "authors": [{"name": "En Oh"}]}]}]}"#,
        &[
            "1: 2603.00001 Slow doors | by El Em | on 2026-03-01 | sent 2026-03-01 | G They wait. | doi 10.1000/9",
        ],
    );
    check(
        r#"{"result": {"query": "doors", "status": {"@code": "200", "text": "OK"}, "hits": {"@total": "2", "hit": [{"@score": "3", "@id": "1", "info": {"authors": {"author": [{"@pid": "1/2", "text": "El Em 0001"}, {"@pid": "3", "text": "En Oh"}]}, "title": "Slow doors.", "venue": "DOOR", "year": "2026", "type": "Conference Papers", "key": "conf/door/Em26", "doi": "10.1000/9", "ee": "https://doi.org/10.1000/9", "url": "https://dblp.org/rec/conf/door/Em26"}}, {"@id": "2", "info": {"authors": {"author": {"@pid": "4", "text": "Vi Double"}}, "title": "Stairs.", "venue": "CoRR", "ee": "https://arxiv.org/abs/2603.00002", "url": "https://dblp.org/rec/x"}}]}}}"#,
        &[
            "1: x Slow doors | by El Em+En Oh | J DOOR | doi 10.1000/9",
            "1: 2603.00002 Stairs | by Vi Double",
        ],
    );
}

#[test]
fn reference_managers() {
    check(
        r#"[{"id": "a", "accessed": {"date-parts": [[2026, 4, 24]]}, "title": "Slow doors", "type": "webpage"},
{"id": "b", "title": "Walls", "type": "book", "author": [{"family": "Em", "given": "El"}]}]"#,
        &["1: x Slow doors", "2: x Walls | by El Em"],
    );
}

#[test]
fn life_sciences() {
    check(
        r#"{"version": "6.9", "hitCount": 1, "resultList": {"result": [{"id": "3", "source": "MED", "pmid": "3", "doi": "10.1000/9", "title": "Slow doors.", "authorString": "Em E, van der Oh N.", "journalInfo": {"volume": "1", "journal": {"title": "Journal of Doors"}}, "abstractText": "<h4>Aims</h4>We wait.<h4>Results</h4>It closes.", "firstPublicationDate": "2026-03-01"}]}}"#,
        &[
            "1: x Slow doors. | A Aims¶We wait.¶Results¶It closes. | by E Em+N van der Oh | on 2026-03-01 | sent 2026-03-01 | C PMID 3 | J Journal of Doors | doi 10.1000/9",
        ],
    );
    check(
        r#"{"header": {"type": "esummary", "version": "0.3"}, "result": {"uids": ["3"], "3": {"uid": "3", "pubdate": "2026 Mar 1", "source": "J Door", "authors": [{"name": "Em E", "authtype": "Author"}], "title": "Slow doors", "fulljournalname": "Journal of Doors", "articleids": [{"idtype": "pubmed", "value": "3"}, {"idtype": "doi", "value": "10.1000/9"}]},
"4": {"uid": "4", "error": "cannot get document summary"}}}"#,
        &[
            "1: x Slow doors | by Em E | on 2026-03-01 | sent 2026-03-01 | C PMID 3 | J Journal of Doors | doi 10.1000/9",
            "2:6 Error BadEntry",
        ],
    );
    check(
        r#"{"messages": [{"status": "ok", "count": 1}], "collection": [{"doi": "10.1101/2026.03.01.1", "title": "Slow doors", "authors": "Em, E. L.; van der Oh, N.", "date": "2026-03-01", "version": "2", "category": "neuroscience", "abstract": "A door waits.", "server": "bioRxiv"}]}"#,
        &[
            "1: xv2 Slow doors | A A door waits. | by E. L. Em+N. van der Oh | on 2026-03-01 | doi 10.1101/2026.03.01.1",
        ],
    );
}

#[test]
fn feeds() {
    check(
        r#"{"version": "https://jsonfeed.org/version/1.1", "title": "Papers", "authors": [{"name": "A Feed"}], "items": [{"id": "https://arxiv.org/abs/2603.00001", "url": "https://arxiv.org/abs/2603.00001", "title": "Slow doors", "content_html": "<div><p>A door <em>waits</em>.</p></div>", "date_published": "2026-03-01T05:00:00Z", "authors": [{"name": "El Em"}], "tags": ["cs.GR", "doors"]}]}"#,
        &[
            "1: 2603.00001 Slow doors | A A door waits. | by El Em | in cs.GR | on 2026-03-01 | sent 2026-03-01",
        ],
    );
    check(
        r#"{"direction": "ltr", "id": "feed/x", "title": "cs.GR", "items": [{"id": "tag:google.com,2005:reader/item/1", "categories": ["user/-/state/com.google/read", "cs.GR"], "title": "Slow doors", "published": 1772323200, "canonical": [{"href": "https://arxiv.org/abs/2603.00001"}], "summary": {"direction": "ltr", "content": "<p>A door waits.</p>"}, "author": "Ada Em, Bo Oh", "origin": {"streamId": "feed/x", "title": "cs.GR"}}]}"#,
        &[
            "1: 2603.00001 Slow doors | A A door waits. | by Ada Em+Bo Oh | in cs.GR | on 2026-03-01 | sent 2026-03-01",
        ],
    );
}

#[test]
fn zotero() {
    check(
        r#"[
{"key": "A1", "version": 9, "library": {"type": "user", "id": 0, "name": "me", "links": {}}, "links": {}, "meta": {"creatorSummary": "Em"}, "data": {"key": "A1", "version": 9, "itemType": "preprint", "title": "Slow doors", "creators": [{"creatorType": "author", "firstName": "El", "lastName": "Em"}, {"creatorType": "editor", "firstName": "Ed", "lastName": "It"}, {"creatorType": "author", "name": "The Doors"}], "abstractNote": "A door waits.", "repository": "arXiv", "archiveID": "arXiv:2603.00001", "date": "2026-03-01", "DOI": "10.48550/arXiv.2603.00001", "extra": "arXiv:2603.00001 [cs]", "tags": [{"tag": "doors", "type": 1}], "collections": ["B2"], "dateAdded": "2026-03-02T00:00:00Z"}},
{"key": "C3", "data": {"key": "C3", "parentItem": "A1", "itemType": "attachment", "title": "arXiv.org Snapshot", "url": "https://arxiv.org/abs/2603.00001"}},
{"key": "D4", "data": {"key": "D4", "itemType": "note", "note": "<p>Good.</p>"}}
]"#,
        &[
            "2: 2603.00001 Slow doors | A A door waits. | by El Em+The Doors | on 2026-03-01 | sent 2026-03-01",
            "3:1 Note StrayText",
        ],
    );
    check(
        r#"{"config": {"id": "x"}, "collections": {}, "items": [{"itemID": 1, "itemType": "journalArticle", "title": "Walls", "date": "2026", "publicationTitle": "Journal of Walls", "DOI": "10.1000/8", "creators": [{"firstName": "En", "lastName": "Oh", "creatorType": "author"}], "attachments": [{"itemType": "attachment", "title": "PDF", "url": "https://arxiv.org/pdf/2603.00009"}], "notes": [{"itemType": "note", "note": "x"}], "relations": []}]}"#,
        &["1: x Walls | by En Oh | J Journal of Walls | doi 10.1000/8"],
    );
}

#[test]
fn other_wrappings() {
    for text in [
        r#"{"data": {"id": "10.1000/9", "attributes": {"titles": [{"title": "T"}], "creators": [{"name": "Em, El", "givenName": "El", "familyName": "Em"}], "descriptions": [{"description": "We.", "descriptionType": "Abstract"}], "doi": "10.1000/9"}}}"#,
        r#"{"hits": {"hits": [{"_index": "a", "_source": {"title": "T", "description": "<p>We.</p>", "authors": ["El Em"], "doi": "10.1000/9"}}]}}"#,
        r#"{"response": {"docs": [{"title_s": ["T"], "authFullName_s": ["El Em"], "abstract_s": ["We."], "doiId_s": "10.1000/9"}]}}"#,
        r#"{"search-results": {"entry": [{"dc:title": "T", "author": [{"given-name": "El", "surname": "Em"}], "dc:description": "We.", "prism:doi": "10.1000/9"}]}}"#,
        r#"{"total": 1, "kept_things": {"by_me": [{"title": {"$t": "T"}, "author": [{"name": {"$t": "El Em"}}], "abstract": {"value": "We."}, "doi": "10.1000/9"}]}}"#,
        r#"{"offset": 0, "data": [{"contexts": ["x"], "citingPaper": {"title": "T", "authors": [{"name": "El Em"}], "abstract": "We.", "externalIds": {"DOI": "10.1000/9"}}}]}"#,
        r#"{"articles": [{"title": "T", "authors": {"authors": [{"full_name": "El Em", "affiliation": "A House"}]}, "abstract": "We.", "doi": "10.1000/9"}]}"#,
    ] {
        let digest = crate::core::digest::read("x.json", text.as_bytes().to_vec());
        let [paper] = &digest.papers[..] else {
            panic!("{text}: {:?}", digest.diagnostics);
        };
        assert_eq!(digest.diagnostics[..], [], "{text}");
        let summary = paper.summary.as_ref().map(|text| text.plain.as_str());
        let seen = (paper.title.plain.as_str(), summary, paper.doi.as_deref());
        assert_eq!(seen, ("T", Some("We."), Some("10.1000/9")), "{text}");
        assert_eq!(paper.authors, ["El Em"], "{text}");
    }
}

#[test]
fn what_a_paper_cites_is_none_of_the_list() {
    check(
        r#"{"papers": [{"authors": ["El Em"], "likely": [{"title": "Walls", "authors": ["En Oh"]}], "references": [{"title": "Stairs", "authors": ["Vi Double"]}], "title": "Slow doors"}]}"#,
        &[
            "1: x Walls | by En Oh | T likely",
            "1: x Slow doors | by El Em",
        ],
    );
}

#[test]
fn what_is_of_no_known_form_is_told() {
    check(
        r#"{"papers": [
{"title": "Slow doors", "authors": 5, "abstract": "A door waits."},
{"title": "Walls", "authors": [{"orcid": "0"}], "abstract": {"x": ["We."]}}
]}"#,
        &[
            "2: x Slow doors | A A door waits.",
            "3: x Walls",
            "2:1 Warning BadEntry",
            "3:1 Warning BadEntry",
            "3:1 Warning BadEntry",
        ],
    );
}

#[test]
fn an_error_is_no_paper() {
    for text in [
        r#"{"error": "Invalid query parameter"}"#,
        r#"{"message": "Too Many Requests.", "code": "429"}"#,
        r#"{"detail": "Not found."}"#,
        r#"{"error": {"msg": "no such field", "code": 400}, "responseHeader": {"status": 400}}"#,
        r#"{"type": "about:blank", "title": "Not Found", "status": 404, "detail": "No such work"}"#,
        r#"{"name": "NotFoundError", "message": "The Note was not found", "status": 404}"#,
        r#"{"errors": [{"status": "404", "title": "The resource does not exist."}]}"#,
        r#"{"messages": [{"status": "no posts found"}], "collection": []}"#,
    ] {
        check(text, &["1:1 Error BadEntry"]);
    }
    check_named(
        "day.jsonl",
        "{\"title\": \"A\", \"id\": \"2603.00001\", \"error\": null}\n{\"error\": \"timeout\"}\n",
        &["1: 2603.00001 A", "2:1 Error BadEntry"],
    );
}
