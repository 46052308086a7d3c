#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Korean retrieval on text that nobody wrote for a search: sentences of Tatoeba (CC-BY) with their English translations.

A query is a common Korean noun or verb; a sentence answers it when its English translation, which no engine sees, has the English
word. Mean average precision of Dure's ranking beside SQLite FTS5 with its default and its trigram tokenizer, and how often each finds
nothing.

    bench/korean.py [build/release/bench/search_eval] [../shared/data/text]
"""
import re
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

# Korean as one types it, and the English words that say the same. Written before any engine was run on them.
QUERIES = """물 water|학교 schools?|책 books?|친구 friends?|어머니 mother|아버지 father|시간 time|돈 money|집 house|home|일 work|job|영어 english
프랑스어 french|음악 music|비 rain|눈 snow|개 dogs?|고양이 cats?|차 cars?|기차 trains?|여름 summer|겨울 winter|아침 morning|저녁 evening
생일 birthday|여동생 sister|형 brother|선생님 teachers?|의사 doctors?|병원 hospital|도서관 library|영화 movies?|films?|전화 (?:tele)?phone
편지 letters?|신문 newspapers?|커피 coffee|우유 milk|사과 apples?|점심 lunch|도쿄 tokyo|일본 japan|한국 korea|미국 america|바다 sea|산 mountains?
문 door|창문 windows?|방 rooms?|이름 names?|질문 questions?|대답 answers?|사진 pictures?|photos?|축구 soccer|football|테니스 tennis|피아노 piano
사람 people|person|man|아이 child|children|남자 man|men|여자 woman|women|꿈 dreams?|비밀 secrets?|문제 problems?|의견 opinions?|버스 bus|공원 park"""


def queries():
    made = []
    for item in re.split(r"[\n]", QUERIES):
        for part in re.split(r"\|(?=[가-힣])", item):
            korean, english = part.split(" ", 1)
            made.append((korean, re.compile(rf"\b(?:{english})\b", re.IGNORECASE)))
    return made


def average_precision(ranked, relevant):
    found, total = 0, 0.0
    for rank, one in enumerate(ranked, 1):
        if one in relevant:
            found += 1
            total += found / rank
    return total / len(relevant)


def fts5(tokenizer, sentences):
    db = sqlite3.connect(":memory:")
    db.execute(f"CREATE VIRTUAL TABLE t USING fts5(text, tokenize='{tokenizer}')")
    db.executemany("INSERT INTO t (rowid, text) VALUES (?, ?)", list(enumerate(sentences)))
    return lambda text: [row for (row,) in db.execute(
        "SELECT rowid FROM t WHERE t MATCH ? ORDER BY bm25(t), rowid LIMIT 1000", (f'"{text}"',))]


def dure(program, sentences, asked):
    with tempfile.TemporaryDirectory() as folder:
        docs, wanted, run = (Path(folder) / name for name in ("docs.tsv", "queries.tsv", "run.txt"))
        docs.write_text("".join(f"d{i}\t{text}\n" for i, text in enumerate(sentences)), encoding="utf-8")
        wanted.write_text("".join(f"q{i}\t{text}\n" for i, text in enumerate(asked)), encoding="utf-8")
        subprocess.run([program, docs, wanted, run], check=True)
        answers = {text: [] for text in asked}
        for line in run.read_text(encoding="utf-8").splitlines():
            query, _, document, *_ = line.split()
            answers[asked[int(query[1:])]].append(int(document[1:]))
    return lambda text: answers[text]


def report(program, folder):
    sentences = (folder / "tatoeba.kor-eng.kor").read_text(encoding="utf-8").splitlines()
    english = (folder / "tatoeba.kor-eng.eng").read_text(encoding="utf-8").splitlines()
    judged = []
    for korean, pattern in queries():
        relevant = {i for i, text in enumerate(english) if pattern.search(text)}
        if relevant:
            judged.append((korean, relevant))
    engines = {
        "dure": dure(program, sentences, [korean for korean, _ in judged]),
        "FTS5 default": fts5("unicode61", sentences),
        "FTS5 trigram": fts5("trigram", sentences),
    }
    print(f"{len(sentences)} sentences, {len(judged)} queries, {sum(len(r) for _, r in judged)} answers by the English side")
    scores = {}
    for name, ask in engines.items():
        answers = [(ask(korean), relevant) for korean, relevant in judged]
        scores[name] = sum(average_precision(*one) for one in answers) / len(answers)
        nothing = sum(not ranked for ranked, _ in answers)
        print(f"{name:<14} MAP {scores[name]:.3f}   nothing found for {nothing} queries   ratio {scores['dure'] / max(scores[name], 1e-9):.2f}")


def main():
    report(sys.argv[1] if len(sys.argv) > 1 else "build/release/bench/search_eval",
           Path(sys.argv[2] if len(sys.argv) > 2 else "../shared/data/text"))


if __name__ == "__main__":
    main()
