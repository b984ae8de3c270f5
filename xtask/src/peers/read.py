"""Reads what `digest export` wrote with programs that are not ours, and compares with its NDJSON:
as many entries, the same titles, authors and abstracts. Letters and digits alone are compared,
for programs differ in what they make of markup. Called by `cargo xtask peers` with the folder."""

import json
import re
import sys
import warnings
from pathlib import Path

warnings.filterwarnings("ignore")
folder = Path(sys.argv[1])
papers = [json.loads(line) for line in (folder / "papers.ndjson").open(encoding="utf-8")]
failed = False


def letters(text):
    # A circumflex that stands alone is shown as a letter by some.
    return "".join(c for c in text if c.isalnum() and c != "\u02c6")


def addressed(paper, field):
    """The text where arXiv's labels of links are their addresses; None where others are."""
    text = paper[field] or ""
    for link in paper["links"]:
        if link["label"].startswith("this ") and link["label"].endswith(" URL"):
            text = text.replace(link["label"], link["href"], 1)
        elif link["label"] != link["href"]:
            return None
    return text


def same(name, field, found, expected):
    """How many of the papers have the same."""
    global failed
    pairs = [(a, b) for a, b in zip(found, expected) if b is not None]
    wrong = [(a, b) for a, b in pairs if letters(a) != letters(b)]
    failed |= bool(wrong) or len(found) != len(papers)
    print(f"{name:<14}{field:<10}{len(pairs) - len(wrong):>6} of {len(pairs)} the same, {len(found)} entries of {len(papers)}")
    for a, b in wrong[:5]:
        print(f"    {a!r}\n    {b!r}")


def turned(name):
    """`Stern, Ada, Jr.` as it is spoken; two commas stand in a name that has one."""
    if ",," in name:
        return name
    parts = [part.strip() for part in name.split(",", 2)]
    return " ".join(parts[1:2] + parts[:1] + parts[2:])


titles = [paper["title"] for paper in papers]
authors = [" ".join(paper["authors"]) for paper in papers]
abstracts = [addressed(paper, "abstract") for paper in papers]


def tex():
    """What LaTeX shows, formulas as they are typed."""
    from pylatexenc.latex2text import LatexNodes2Text

    reader = LatexNodes2Text(math_mode="verbatim", strict_latex_spaces=True)

    def read(text):
        # Our formulas have what stands for a brace or a sign as TeX has it.
        return reader.latex_to_text(text.replace("\\lbrace", "").replace("\\rbrace", ""))

    return read


def bibtexparser():
    import bibtexparser
    from bibtexparser.middlewares import SeparateCoAuthors, SplitNameParts

    show = tex()
    for file in ["papers.bib", "papers.biblatex.bib"]:
        text = (folder / file).read_text(encoding="utf-8")
        library = bibtexparser.parse_string(text, append_middleware=[SeparateCoAuthors(), SplitNameParts()])
        entries = library.entries
        name = "bibtexparser" if file == "papers.bib" else " of BibLaTeX"
        for block in library.failed_blocks[:3]:
            print("    ", block.raw[:200])

        def people(entry):
            names = entry.fields_dict["author"].value if "author" in entry.fields_dict else []
            words = [word for n in names for word in n.first + n.von + n.last + n.jr]
            return show(" ".join(words))

        same(name, "titles", [show(entry.fields_dict["title"].value) for entry in entries], titles)
        same(name, "authors", [people(entry) for entry in entries], authors)


def pybtex():
    from pybtex.database import parse_file

    show = tex()
    for file in ["papers.bib", "papers.biblatex.bib"]:
        entries = list(parse_file(str(folder / file), "bibtex").entries.values())
        name = "pybtex" if file == "papers.bib" else " of BibLaTeX"

        def people(entry):
            names = entry.persons.get("author", [])
            parts = [n.first_names + n.middle_names + n.prelast_names + n.last_names + n.lineage_names for n in names]
            return show(" ".join(word for words in parts for word in words))

        same(name, "titles", [show(entry.fields["title"]) for entry in entries], titles)
        same(name, "authors", [people(entry) for entry in entries], authors)


def rispy():
    import rispy

    with (folder / "papers.ris").open(encoding="utf-8") as file:
        entries = rispy.load(file)
    same("rispy", "titles", [entry["title"] for entry in entries], titles)
    same("rispy", "authors", [" ".join(map(turned, entry.get("authors", []))) for entry in entries], authors)
    same("rispy", "abstracts", [entry.get("abstract", "") for entry in entries], abstracts)


def citeproc():
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON

    items = json.loads((folder / "papers.json").read_text(encoding="utf-8"))
    source = CiteProcJSON(items)
    entries = [source[item["id"].lower()] for item in items]

    def people(entry):
        words = []
        for name in entry.get("author", []):
            given, family, dropping, particle, suffix = name.parts()
            words += [given, dropping, particle, family, suffix]
        return " ".join(word for word in words if word)

    same("citeproc-py", "titles", [str(entry["title"]) for entry in entries], titles)
    same("citeproc-py", "authors", [people(entry) for entry in entries], authors)
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    for item in items[:100]:
        bibliography.register(Citation([CitationItem(item["id"].lower())]))
    bibliography.sort()
    print(f"{'citeproc-py':<14}formats {len(bibliography.bibliography())} of {len(items[:100])}")


def pandas():
    import pandas

    table = pandas.read_csv(folder / "papers.csv", dtype=str, keep_default_na=False)
    bare = lambda cell: re.sub(r"^'(?='*[-=+@])", "", cell)
    same("pandas", "ids", list(table["id"]), [paper["id"] for paper in papers])
    same("pandas", "titles", list(map(bare, table["title"])), titles)
    same("pandas", "authors", list(map(bare, table["authors"])), authors)
    same("pandas", "abstracts", list(map(bare, table["abstract"])), abstracts)


for peer in [bibtexparser, pybtex, rispy, citeproc, pandas]:
    try:
        peer()
    except Exception as error:
        failed = True
        print(f"{peer.__name__:<14}breaks: {type(error).__name__}: {str(error)[:500]}")
sys.exit(failed)
