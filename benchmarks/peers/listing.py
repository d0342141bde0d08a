"""Parses an OAI-PMH listing in arXivRaw and stores it with a word index, as a short program would:
Python's ElementTree (C), SQLite with FTS5. Words: the listing, the database to make."""
import sqlite3
import sys
from xml.etree.ElementTree import iterparse

OAI = "{http://www.openarchives.org/OAI/2.0/}"
RAW = "{http://arxiv.org/OAI/arXivRaw/}"
BATCH = 2000


def records(path):
    root = None
    for event, element in iterparse(path, events=("start", "end")):
        if root is None:
            root = element
        if event == "end" and element.tag == OAI + "record":
            raw = element.find(f"{OAI}metadata/{RAW}arXivRaw")
            text = lambda name: " ".join((raw.findtext(RAW + name) or "").split())
            versions = ";".join(v.get("version") + " " + v.findtext(RAW + "date") for v in raw.iter(RAW + "version"))
            yield (text("id"), text("title"), text("abstract"), text("authors"), text("categories"),
                   text("comments"), text("doi"), text("journal-ref"), versions,
                   element.findtext(f"{OAI}header/{OAI}datestamp"))
            for child in root:
                child.clear()


def store(database, batch):
    database.executemany("insert or replace into paper values (?,?,?,?,?,?,?,?,?,?)", batch)
    database.executemany("insert into word values (?,?,?,?)", [row[:4] for row in batch])
    database.commit()


def main(listing, target):
    database = sqlite3.connect(target)
    database.execute("pragma journal_mode=wal")
    database.execute("pragma synchronous=normal")
    database.execute("create table paper (id text primary key, title, abstract, authors, categories, comments,"
                     " doi, journal, versions, datestamp)")
    database.execute("create virtual table word using fts5 (id unindexed, title, abstract, authors)")
    batch, count = [], 0
    for row in records(listing):
        batch.append(row)
        if len(batch) == BATCH:
            store(database, batch)
            count += len(batch)
            batch = []
    store(database, batch)
    print(f"{count + len(batch)} records")


main(*sys.argv[1:])
