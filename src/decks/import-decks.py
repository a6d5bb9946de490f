"""Imports packages into a new collection of Anki, one after the other, and learns a card after the first.

Usage: import-decks.py FOLDER PACKAGE…   prints JSON of each import, of the collection, and of the card.
"""

import json
import sys
from pathlib import Path

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest, ImportCsvRequest
from anki.scheduler.v3 import CardAnswer

folder, *packages = sys.argv[1:]
collection = Collection(str(Path(folder) / "collection.anki2"))
out: dict = {"imports": []}
learned = None
for package in packages:
    if package.endswith(".csv"):
        metadata = collection.get_csv_metadata(package, None)
        log = collection.import_csv(ImportCsvRequest(path=package, metadata=metadata)).log
    else:
        options = ImportAnkiPackageOptions()
        log = collection.import_anki_package(ImportAnkiPackageRequest(package_path=package, options=options)).log
    out["imports"].append(
        {"new": len(log.new), "updated": len(log.updated), "same": len(log.duplicate), "refused": len(log.conflicting)}
    )
    if learned is None:
        title = collection.get_note(log.new[0].id.nid).note_type()["name"]
        collection.decks.select(collection.decks.id(title))
        queued = collection.sched.get_queued_cards().cards[0]
        card = collection.get_card(queued.card.id)
        card.start_timer()
        answer = collection.sched.build_answer(card=card, states=queued.states, rating=CardAnswer.EASY)
        collection.sched.answer_card(answer)
        learned = queued.card.id

card = collection.get_card(learned)
out["learned"] = {
    "id": card.note()["Id"],
    "front": card.note()["Front"],
    "interval": card.ivl,
    "reviews": collection.db.scalar("select count() from revlog"),
    "question": card.question(),
    "answer": card.answer(),
}
out["notes"] = {collection.get_note(one)["Id"]: collection.get_note(one)["Front"] for one in collection.find_notes("")}
out["tags"] = sorted(collection.tags.all())
out["decks"] = sorted(one.name for one in collection.decks.all_names_and_ids())
out["sound"] = collection.fix_integrity()[1]
collection.close()
print(json.dumps(out))
