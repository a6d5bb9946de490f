"""A search engine in forty lines: analysis, inverted index, BM25. Run: python3 inverted_index.py"""
import math
import re
from collections import Counter, defaultdict

PRODUCTS = {
    1: "Blue coffee mug, ceramic",
    2: "Travel mug for coffee and tea, steel",
    3: "Coffee grinder",
    4: "Tea pot, blue ceramic, with two blue cups and a blue tray",
}


# #region analyze
STOP_WORDS = {"a", "and", "for", "the", "two", "with"}


def analyze(text):
    words = re.findall(r"[a-z0-9]+", text.lower())
    return [word.rstrip("s") for word in words if word not in STOP_WORDS]
# #endregion analyze


# #region index
def build(documents):
    postings = defaultdict(dict)  # term -> {document: how often}
    lengths = {}
    for number, text in documents.items():
        terms = analyze(text)
        lengths[number] = len(terms)
        for term, count in Counter(terms).items():
            postings[term][number] = count
    return postings, lengths
# #endregion index


# #region score
def search(query, postings, lengths, k1=1.2, b=0.75):
    average = sum(lengths.values()) / len(lengths)
    scores = defaultdict(float)
    for term in analyze(query):
        found = postings.get(term, {})
        others = len(lengths) - len(found)
        rarity = math.log(1 + (others + 0.5) / (len(found) + 0.5))
        for number, count in found.items():
            norm = k1 * (1 - b + b * lengths[number] / average)
            scores[number] += rarity * count * (k1 + 1) / (count + norm)
    return sorted(scores.items(), key=lambda hit: -hit[1])
# #endregion score


def main():
    postings, lengths = build(PRODUCTS)
    for term in ("blue", "coffee", "mug"):
        print(f"{term:8}-> {postings[term]}")
    for query in ("Blue MUGS", "coffee"):
        print(f"\n{query!r}")
        for number, score in search(query, postings, lengths):
            print(f"  {score:.2f}  {PRODUCTS[number]}")


if __name__ == "__main__":
    main()
