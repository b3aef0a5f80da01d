"""What every sentence that is made from figures promises, and registers of any kind to hold it to."""

from __future__ import annotations

import random
import re
from datetime import date, timedelta

from lrn import texts
from lrn import vocabulary as v
from lrn.measures.rows.evidence import amount
from lrn.selection import Selection

DAY = date(2026, 10, 1)
COLLEGES = ("College Quokka", "Zorg & Welzijn 2", "")
PERSONS = ("Xaviera Zonderling", "docent", "")

_QUOTED = re.compile(r"‘[^’]*’")
_DATE = re.compile(
    r"\d{1,2} (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december) \d{4}"
)
_SHARE = re.compile(r"([\d,]+)% [^(]*\((\d+) van de (\d+)\)")
_NUMBER = re.compile(r"(?<![\w-])\d+(?:\.\d{3})*(?!\d)")


def numbers(text: str) -> list[int]:
    """The numbers of a sentence, without dates, shares and what is quoted from the register."""
    bare = re.sub(r"[\d,]+%", "", _DATE.sub("", _QUOTED.sub("", text)))
    return [int(found.replace(".", "")) for found in _NUMBER.findall(bare)]


def keeps_its_promises(sentence, register, selection) -> None:
    """Each number has evidence that counts to it, few is said to be few, and nobody is named."""
    assert numbers(sentence.text) == [figure.amount for figure in sentence.figures], sentence
    for figure in sentence.figures:
        assert amount(register, selection, figure.evidence) == figure.amount, (sentence, figure)
    for share, part, whole in _SHARE.findall(sentence.text):
        assert texts.percentage(int(part) / int(whole), int(whole)) == f"{share}%", sentence
        assert int(whole) >= texts.SHARES_FROM, sentence
    assert len(_SHARE.findall(sentence.text)) == sentence.text.count("%"), sentence
    assert sentence.basis >= texts.FEW or texts.activities(sentence.basis) in sentence.text, sentence
    assert not re.search(r"\d", sentence.lead), sentence
    said = f"{sentence.lead} {sentence.text}".casefold()
    named = {*register.colleges, *(p for p in PERSONS if " " in p)}
    assert not [name for name in named if name.casefold() in said], sentence
    assert not re.search(r"gemist|target|score|achterstand|onvoldoende|te weinig|slecht|/11", said), sentence
    assert not re.search(
        r" 1 (activiteiten|partners|verbindingslijnen)|[02-9] (activiteit|partner|verbindingslijn)\b", said
    )


def random_sheets(seed: int) -> dict[str, list[list]]:
    """A register of some kind: from nothing to sixty activities, in few places or many, with and without dates."""
    rng = random.Random(seed)
    places = rng.sample([g.naam for g in v.GEMEENTEN] + ["", "Utrecht"], rng.choice((1, 3, 3, 12)))
    themes = rng.sample([v.THEMAS.label(code) for code in v.THEMAS.codes] + ["ruimtevaart", ""], rng.randint(1, 6))
    span = rng.choice((60, 400, 1500))

    def day(chance: float) -> str:
        return str(DAY + timedelta(days=rng.randint(-span, span))) if rng.random() < chance else ""

    ids = [f"A{n}" for n in range(rng.choice((0, 2, 6, 12, 30, 60, 60)))]
    activities = [
        ["ID", "Naam", "Verschijningsvorm", "Gemeente", "College", "Status", "Start", "Einde", "Ingrediënten",
         "Netwerkthema", "Thema's", "Contactpersoon"],
        *(
            [
                identity,
                rng.choice(("Lab 7", "Overleg met Xaviera Zonderling", "Dag van College Quokka", "Heel lang " * 30)),
                rng.choice((*v.VORMEN.codes, "", "toverlab")),
                rng.choice(places),
                rng.choice(COLLEGES),
                rng.choice(("", *["actief"] * 5, *v.STATUSSEN.codes)),
                day(0.8),
                day(0.4),
                ";".join(str(nr) for nr in v.INGREDIENT if rng.random() < 0.3),
                rng.choice(("ja", "nee", "")),
                "; ".join({rng.choice(themes) for _ in range(rng.randint(0, 3))}),
                rng.choice(PERSONS),
            ]
            for identity in ids
        ),
    ]  # fmt: skip
    partners = [f"P{n}" for n in range(rng.randint(1, 8))]
    ends = [*ids, *places, *(v.PLAATS_NAMEN[code] for code in v.KIESBARE_PLAATSEN), "weet niet"]
    return {
        "Activiteiten": activities,
        "Partners": [
            ["ID", "Naam", "Soort"],
            *([p, f"Partner {p}", rng.choice((*v.PARTNERSOORTEN.codes, ""))] for p in partners),
        ],
        "Deelnames": [
            ["Activiteit", "Partner"],
            *([a, rng.choice(partners)] for a in ids for _ in range(rng.randint(0, 3))),
        ],
        "Verbindingslijnen": [
            ["ID", "Van", "Naar", "Sinds"],
            *([f"L{n}", rng.choice(ends), rng.choice(ends), day(0.5)] for n in range(rng.randint(0, 15))),
        ],
    }


def random_selection(seed: int) -> Selection:
    """A selection that goes with it; mostly everything on the peildatum."""
    rng = random.Random(-seed - 1)
    return rng.choice(
        (
            *[Selection(peildatum=DAY)] * 6,
            Selection(),
            Selection(peildatum=DAY, regio=tuple(rng.sample(v.EIGEN_PLAATSEN, 2))),
            Selection(peildatum=DAY, gemeente=(rng.choice(v.SLEUTELGEMEENTEN),)),
            Selection(peildatum=DAY, college=COLLEGES[:1]),
            Selection(peildatum=DAY, thema=("zorg", "klimaat")),
            Selection(ingredient=(1, 2)),
        )
    )
