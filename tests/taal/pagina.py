#!/usr/bin/env python3
"""Reads pages of ijkpunt strictly and gives what the program wrote on them.

pagina.py streng PAGE...   every element is closed in order, ids are unique, every reference inside the page has its target
pagina.py tekst PAGE...    the text of the program, one block a line; quotations, text of people and files are left out
pagina.py zinnen N PAGE... sentences of that text with more than N words
Prints what is wrong, a line each; exit status 1 when something is.
"""
import re
import sys
from html.parser import HTMLParser

VOID = {"meta", "br", "hr", "img", "link", "input"}
BLOCK = {"p", "li", "h1", "h2", "h3", "h4", "td", "th", "caption", "dt", "dd", "summary", "desc", "title", "text", "div",
         "section", "header", "figcaption", "a", "details", "table", "tr"}
# Words of others, or no words at all.
LEFT_OUT_TAGS = {"blockquote", "figcaption", "pre", "style", "title"}
LEFT_OUT_CLASSES = {"menstekst", "bronnen", "id", "kicker", "versies", "namen", "bronnenlijst"}


class Page(HTMLParser):
    def __init__(self, name):
        super().__init__(convert_charrefs=True)
        self.name, self.stack, self.wrong = name, [], []
        self.ids, self.refs, self.blocks, self.text = set(), [], [], []
        self.left_out = 0

    def say(self, what):
        self.wrong.append(f"{self.name}, regel {self.getpos()[0]}: {what}")

    def flush(self):
        line = " ".join("".join(self.text).split())
        if line:
            self.blocks.append(line)
        self.text = []

    def handle_starttag(self, tag, attrs):
        attr = dict(attrs)
        if len(attr) != len(attrs):
            self.say(f"<{tag}> heeft een attribuut twee keer")
        if "id" in attr:
            if attr["id"] in self.ids:
                self.say(f"id {attr['id']} staat er twee keer")
            self.ids.add(attr["id"])
        if attr.get("href", "").startswith("#"):
            self.refs.append((attr["href"][1:], self.getpos()[0]))
        self.refs += [(i, self.getpos()[0]) for i in attr.get("aria-labelledby", "").split()]
        if tag in BLOCK:
            self.flush()
        out = tag in LEFT_OUT_TAGS or LEFT_OUT_CLASSES & set(attr.get("class", "").split())
        if tag not in VOID:
            self.stack.append((tag, bool(out)))
            self.left_out += bool(out)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.left_out -= self.stack.pop()[1]

    def handle_endtag(self, tag):
        if not self.stack or self.stack[-1][0] != tag:
            self.say(f"</{tag}> sluit niets ({'/'.join(t for t, _ in self.stack)})")
            return
        if tag in BLOCK:
            self.flush()
        self.left_out -= self.stack.pop()[1]

    def handle_data(self, data):
        if re.search(r"[\x00-\x08\x0b-\x1f\x7f]", data):
            self.say("een stuurteken in de tekst")
        if not self.left_out:
            self.text.append(data)

    def end(self):
        self.flush()
        for tag, _ in self.stack:
            self.say(f"<{tag}> is niet gesloten")
        for ref, line in self.refs:
            if ref not in self.ids:
                self.wrong.append(f"{self.name}, regel {line}: verwijst naar #{ref}, dat er niet is")


def read(name):
    page = Page(name)
    with open(name, encoding="utf-8", errors="strict") as f:
        page.feed(f.read())
    page.close()
    page.end()
    return page


def sentences(block):
    """Ends of sentences: a mark and a capital after it; a semicolon or colon parts two statements."""
    for piece in re.split(r"(?<=[.!?])\s+(?=[A-Z'‘“0-9])|(?<=[:;])\s+", block):
        words = [w for w in re.split(r"\s+", piece) if re.search(r"\w", w)]
        yield piece, len(words)


def main():
    what, names, most = sys.argv[1], sys.argv[2:], 0
    if what == "zinnen":
        most, names = int(names[0]), names[1:]
    pages = [read(n) for n in names]
    if what == "streng":
        wrong = [w for p in pages for w in p.wrong]
    elif what == "tekst":
        print("\n".join(b for p in pages for b in p.blocks))
        return 0
    else:
        wrong = sorted({f"{n} woorden: {s}" for p in pages for b in p.blocks for s, n in sentences(b) if n > most})
    for line in wrong:
        print(line)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
