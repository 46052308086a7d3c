#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How good search and record linkage are, judged by public data, in one go.

Mean average precision on Vaswani; F1 of Abt-Buy and DBLP-ACM and false alarms among 700 names of different companies, by the
product's one threshold; recall across languages with and without the taxonomy; Korean retrieval by bench/korean.py. Ends with 1 when
a goal is missed.

    bench/judged.py [build/release/bench] [../shared/data]
"""
import csv
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import korean

ROOT = Path(__file__).resolve().parent.parent
missed = []


def goal(what, value, met, bound, note):
    if not met:
        missed.append(what)
    print(f"{what:<40} {value:.3f}   goal {bound}: {'met' if met else 'MISSED'}   {note}")


def ranked(programs, documents, queries, taxonomy=None):
    """The ids that search_eval finds for each query, best first."""
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / name for name in ("docs.tsv", "queries.tsv", "run.txt")]
        for path, texts in zip(files, (documents, queries)):
            path.write_text("".join(f"{key}\t{text}\n" for key, text in texts.items()), encoding="utf-8")
        subprocess.run([programs / "search_eval", *files, *([taxonomy] if taxonomy else [])], check=True)
        found = {key: [] for key in queries}
        for line in files[2].read_text(encoding="utf-8").splitlines():
            query, _, document, *_ = line.split(" ")
            found[query].append(document)
    return found


def vaswani(programs, folder):
    def one_line(text):
        return " ".join(text.split())

    corpus = (folder / "corpus/doc-text.trec").read_text(encoding="utf-8", errors="replace")
    documents = {one_line(i): one_line(t) for i, t in re.findall(r"<DOCNO>(.*?)</DOCNO>(.*?)</DOC>", corpus, re.S)}
    topics = (folder / "query-text.trec").read_text(encoding="utf-8")
    queries = {one_line(i): one_line(t) for i, t in re.findall(r"<num>(.*?)</num><title>(.*?)</title>", topics, re.S)}
    relevant = {}
    for line in (folder / "qrels").read_text().splitlines():
        query, _, document, grade = line.split()
        if int(grade) > 0:
            relevant.setdefault(query, set()).add(document)
    found = ranked(programs, documents, queries)
    score = sum(korean.average_precision(found[q], wanted) for q, wanted in relevant.items()) / len(relevant)
    goal("Vaswani: mean average precision", score, score >= 0.295, "at least 0.295",
         f"{len(documents)} texts, {len(relevant)} queries")


def pairs(programs, left, right):
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out.csv"
        subprocess.run([programs / "linkage_eval", left, right, out], check=True, stderr=subprocess.DEVNULL)
        with out.open(encoding="utf-8", newline="") as file:
            return {(row["left"], row["right"]) for row in csv.DictReader(file)}


def linkage(programs, name, left, right, truth, separator, least):
    with truth.open(encoding="utf-8", newline="") as file:
        same = {tuple(row) for row in list(csv.reader(file, delimiter=separator))[1:]}
    found = pairs(programs, left, right)
    right_ones = len(found & same)
    precision, recall = right_ones / len(found), right_ones / len(same)
    f1 = 2 * right_ones / (len(found) + len(same))
    goal(f"{name}: F1", f1, f1 >= least, f"at least {least}",
         f"precision {precision:.3f}, recall {recall:.3f}, {len(same)} pairs")


def false_alarms(programs, draws=5):
    """Any pair among names of different companies is a false alarm: 700 of them, halved, by seeds."""
    path = ROOT / "tests/cases/search/company_names.txt"
    names = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    shares, wrong = [], []
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(draws):
            drawn = random.Random(seed).sample(names, 700)
            files = [Path(folder) / side for side in ("left.csv", "right.csv")]
            for path, half in zip(files, (drawn[:350], drawn[350:])):
                with path.open("w", encoding="utf-8", newline="") as file:
                    csv.writer(file).writerows([("id", "name"), *((name, name) for name in half)])
            found = pairs(programs, *files)
            shares.append(2 * len(found) / 700)
            wrong += found
    goal("700 different companies: share held same", max(shares), max(shares) < 0.02, "below 0.02",
         f"the worst of {draws} draws, mean {sum(shares) / draws:.4f}; "
         + "; ".join(sorted({" = ".join(pair) for pair in wrong})))


def recall(found, wanted, depth=10):
    return sum(wanted[q] in documents[:depth] for q, documents in found.items()) / len(found)


def across_languages(programs, folder):
    taxonomy = ROOT / "taxonomy/terms.tsv"
    path = ROOT / "tests/cases/search/cross_language.tsv"
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    queries, answers = {row[0]: row[2] for row in rows}, {row[0]: row[4] for row in rows}
    same = {key: key for key in queries}
    without = recall(ranked(programs, answers, queries), same)
    with_it = recall(ranked(programs, answers, queries, taxonomy), same)
    print(f"{len(queries)} queries in other languages than their answers: recall of the first ten {without:.2f} without the "
          f"taxonomy, {with_it:.2f} with it")
    sides = [(folder / f"tatoeba.kor-eng.{side}").read_text(encoding="utf-8").splitlines() for side in ("kor", "eng")]
    ko, en = ({f"t{i}": text for i, text in enumerate(side)} for side in sides)
    same = {key: key for key in ko}
    for name, asked, documents in (("Korean for English", ko, en), ("English for Korean", en, ko)):
        without = recall(ranked(programs, documents, asked), same)
        with_it = recall(ranked(programs, documents, asked, taxonomy), same)
        print(f"Tatoeba, {len(ko)} everyday sentences, {name}: {without:.3f} without, {with_it:.3f} with it")


def main():
    programs = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "build/release/bench")
    data = Path(sys.argv[2] if len(sys.argv) > 2 else ROOT.parent / "shared/data")
    vaswani(programs, data / "text/vaswani_npl")
    abt, dblp = data / "linkage/abt_buy", data / "linkage/dblp_acm"
    linkage(programs, "Abt-Buy", abt / "abtclean.csv", abt / "buyclean.csv", abt / "gtclean.csv", "|", 0.947)
    linkage(programs, "DBLP-ACM", dblp / "dblpclean.csv", dblp / "acmclean.csv", dblp / "gtclean.csv", "%", 0.989)
    false_alarms(programs)
    across_languages(programs, data / "text")
    korean.report(programs / "search_eval", data / "text")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
