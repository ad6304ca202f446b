"""The same texts and the same questions for rensa (MinHash with bands) and tantivy (an index of pairs of characters).

Both are libraries in memory, without permissions, filters or upkeep in the transaction that changes a text. They show
what the work itself costs.
"""

import statistics
import time
from collections.abc import Iterable, Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from bench.finding.asking import sorts
from bench.finding.filling import Filled
from qianliyan.search.models import Row
from qianliyan.text.similar.normal import normal

PERMUTATIONS, BANDS, SHINGLE = 128, 64, 5
# Half the sentences of a text are a third of all that stands in either.
ALIKE = 0.15
TRIED = 100
FIRST = 20


def run(filled: Filled) -> None:
    """Measure the peers that are installed."""
    rows = list(Row.objects.filter(source="submission").values_list("pk", "title", "body"))
    if find_spec("rensa"):
        _rensa(filled, rows)
    if find_spec("tantivy"):
        _tantivy(filled, rows)


def _rensa(filled: Filled, rows: list[tuple[int, str, str]]) -> None:
    started = time.perf_counter()
    likeness = Bands((pk, body) for pk, _title, body in rows)
    titles = {pk: title for pk, title, _body in rows}
    print(f"\npeer rensa, {len(rows):,} texts in memory, built in {time.perf_counter() - started:.0f} s")
    for name, edit in filled.corpus.edits().items():
        found, times = 0, []
        for title, body in filled.kept[:TRIED]:
            text = edit([f"{one}。" for one in body.split("。") if one])
            start = time.process_time()
            matches = likeness.alike(text)
            times.append((time.process_time() - start) * 1000)
            found += title in [titles[pk] for pk in matches]
        print(f"{name:<34}{found / len(times):>8.2f}{_spread(times):>28}")


class Bands:
    """Texts by the bands of their MinHash."""

    def __init__(self, texts: Iterable[tuple[int, str]]) -> None:
        self.library: Any = import_module("rensa")
        self.bands = self.library.RMinHashLSH(0.125, PERMUTATIONS, BANDS)
        self.hashes: dict[int, Any] = {}
        for pk, body in texts:
            self.hashes[pk] = self._hash(body)
            self.bands.insert(pk, self.hashes[pk])

    def alike(self, text: str) -> list[int]:
        """Return the numbers of the texts that are said to be alike."""
        asked = self._hash(text)
        return [pk for pk in self.bands.query(asked) if asked.jaccard(self.hashes[pk]) >= ALIKE]

    def _hash(self, text: str) -> Any:
        signs = normal(text).text
        made = self.library.RMinHash(PERMUTATIONS, 42)
        made.update([signs[at : at + SHINGLE] for at in range(max(1, len(signs) - SHINGLE + 1))])
        return made


def _tantivy(filled: Filled, rows: list[tuple[int, str, str]]) -> None:
    started = time.perf_counter()
    pairs = Pairs(rows)
    print(f"\npeer tantivy, {len(rows):,} texts in memory, built in {time.perf_counter() - started:.0f} s; first 20")
    for name, asked in sorts(filled.corpus, filled.kept).items():
        words = [text for text in asked if len(text.strip("“”")) > 1 and " " not in text]
        times = list(pairs.times(text.strip("“”") for text in words))
        if times:
            print(f"{name:<34}{_spread(times):>36}")


class Pairs:
    """An index of pairs of characters; several pairs must all occur, anywhere in the text."""

    def __init__(self, rows: list[tuple[int, str, str]]) -> None:
        self.library: Any = import_module("tantivy")
        builder = self.library.SchemaBuilder().add_integer_field("pk", stored=True)
        self.schema = builder.add_text_field("text", tokenizer_name="pairs", index_option="freq").build()
        self.index = self.library.Index(self.schema)
        cutting = self.library.Tokenizer.ngram(min_gram=2, max_gram=2, prefix_only=False)
        self.index.register_tokenizer("pairs", self.library.TextAnalyzerBuilder(cutting).build())
        writer = self.index.writer(heap_size=300_000_000, num_threads=1)
        for pk, title, body in rows:
            writer.add_document(self.library.Document(pk=pk, text=f"{title}\n{body}"))
        writer.commit()
        writer.wait_merging_threads()
        self.index.reload()

    def times(self, asked: Iterable[str]) -> Iterator[float]:
        """Yield the milliseconds that each question takes, the second time it is asked."""
        searcher = self.index.searcher()
        must = self.library.Occur.Must
        for text in asked:
            terms = [text[at : at + 2] for at in range(len(text) - 1)]
            query = self.library.Query.boolean_query(
                [(must, self.library.Query.term_query(self.schema, "text", term)) for term in terms]
            )
            searcher.search(query, FIRST)
            start = time.process_time()
            searcher.search(query, FIRST)
            yield (time.process_time() - start) * 1000


def _spread(times: list[float]) -> str:
    return f"median {statistics.median(times):.2f}, p95 {statistics.quantiles(times, n=20)[-1]:.2f}"
