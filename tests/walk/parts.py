"""The sentences of single parts of pages: Ingrediënten, the map, Register and Gegevens; as in ``sentences``."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import permutations
from math import floor, prod

from tests.walk.joined import COMBINATIONS, HOW
from tests.walk.recount import INGREDIENTS, NETWORK, OURS, PLACES, THEMES
from tests.walk.sentences import Said, compared_with, listed, rules
from tests.walk.words import AREAS, BESIDE, FEW, About, Answer, area, ingredient, share, signed, theme

# ── Accents ──────────────────────────────────────────────────────────────────────────────────────────────────


def place_asked(t: About) -> dict[str, str]:
    """The area whose accent is shown, as its heading says."""
    return area(t.more["accent"][0])


@rules(
    "‘<ingredient>’ wordt hier <any:how> genoemd dan <any:base>: bij <n> van de <n:of> activiteit[en] (<%:here>%), tegen <n:m> van de <n:whole> (<%:there>%)"
)
def accent_here(t: About, said: Said) -> Answer:
    nr, place, everywhere = ingredient(said["ingredient"]), place_asked(t), t.everywhere()
    n, of = everywhere.n(ingredient=nr, **place), everywhere.n(**place)
    m, whole = everywhere.n(ingredient=nr), everywhere.n()
    more = n * whole > m * of
    wrong = "" if said["how"] == ("vaker" if more else "minder vaak") else f"{said['how']} is not true"
    wrong = wrong or compared_with(t, said["base"])
    return {"n": n, "of": of, "m": m, "whole": whole, "here": share(n, of), "there": share(m, whole), "": wrong}


@rules(
    "[Vaker genoemd: <ingredient:more> (<n:a> van [de ]<n:b>, <any> <n:c> van [de ]<n:d>)[. ]]"
    "[Minder vaak: <ingredient:less> (<n:e> van [de ]<n:f>, <any> <n:g> van [de ]<n:h>)]"
)
def accents_of_a_place(t: About, said: Said) -> Answer:
    everywhere, place = t.everywhere(), t.more["plaats"][0]
    of, whole = everywhere.n(plaats=place), everywhere.n()
    found: dict[str, object] = {}
    for name, (n, total, m, network) in {"more": "abcd", "less": "efgh"}.items():
        if name in said:
            nr = ingredient(said[name])
            found |= {
                n: everywhere.n(ingredient=nr, plaats=place),
                total: of,
                m: everywhere.n(ingredient=nr),
                network: whole,
            }
    return found


@rules("<n> activiteit[en]: te weinig om van een accent te spreken")
def no_accent(t: About, _: Said) -> Answer:
    n = t.everywhere().n(plaats=t.more["plaats"][0])
    return {"n": n, "": "" if n < FEW else "that is enough"}


@rules(
    "[Te weinig voor een accent. ]In <area> {is|zijn} <n> activiteit[en] geregistreerd. Over een accent valt pas iets te zeggen vanaf <n:few> activiteiten",
    "[Te weinig voor een accent. ]In <area> {telt|tellen} <n> activiteit[en] mee. Over een accent valt pas iets te zeggen vanaf <n:few> activiteiten",
    "[Te weinig voor een accent. ]In <area> telt {in deze selectie nog niets|niets|geen activiteit|nog niets} mee. Over een accent valt pas iets te zeggen vanaf <n:few> activiteiten",
    "[Te weinig voor een accent. ]In <area> is in deze selectie nog niets geregistreerd. Over een accent valt pas iets te zeggen vanaf <n:few> activiteiten",
)
def few_for_an_accent(t: About, said: Said) -> Answer:
    n = t.everywhere().n(**area(said["area"]))
    wrong = "" if n < FEW and ("n" in said or not n) else f"there are {n}"
    return {"n": n, "few": FEW, "": wrong}


@rules(
    "Accent van <area> naast <any:base>: het meest erboven <text:most> (<+:high> procentpunten), het meest eronder <text:least> (<+:low> procentpunten)"
)
def told_accent(t: About, said: Said) -> Answer:
    """The ingredients that are furthest above and below, all that are as far."""
    everywhere, here = t.everywhere(), area(said["area"])
    of, whole = everywhere.n(**here), everywhere.n()
    apart = {
        name: Fraction(everywhere.n(ingredient=nr, **here), of) - Fraction(everywhere.n(ingredient=nr), whole)
        for nr, name in enumerate(INGREDIENTS, start=1)
    }
    found: dict[str, object] = {}
    for name, points, furthest in (("most", "high", max(apart.values())), ("least", "low", min(apart.values()))):
        those = [ingredient for ingredient, share in apart.items() if share == furthest]
        found[name] = said[name] if said[name] in map(listed, permutations(those)) else those
        found[points] = signed(floor(100 * furthest + Fraction(1, 2)))
    return found


# ── Dishes ───────────────────────────────────────────────────────────────────────────────────────────────────


@rules("<text:dish>: <n> activiteit[en], <n:more> meer dan toeval zou geven. <text>")
def dish(t: About, said: Said) -> Answer:
    nrs = [ingredient(name.strip()) for name in said["dish"].split(" + ")]
    total = t.n()
    apart = total * prod(t.n(ingredient=nr) / total for nr in nrs)
    n = t.n(ingredient=nrs)
    return {"dish": said["dish"], "n": n, "more": n - int(apart + 0.5)}


@rules(
    "Dit zijn de <n:shown> die het meest bij elkaar horen; bij Cijfers staan alle <n>",
    "Geen combinatie van dit aantal ingrediënten[ met dit ingrediënt] staat in deze selectie bij minstens <n:least> activiteiten, en vaker dan toeval zou geven",
)
def dishes(t: About, said: Said) -> Answer:
    """How many combinations there are is held against their table; the least amount is a rule of the page."""
    return {
        "shown": int(t.more.get("getoond", ["0"])[0]),
        "n": int(t.more["gerechten"][0]) if "n" in said else 0,
        "least": max(3, -(-t.n() // 20)),
    }


@rules("In deze selectie {is|zijn} <n> activiteit[en]: te weinig voor een gerecht")
def no_dish(t: About, _: Said) -> Answer:
    return {"n": t.n()}


# ── Named and shown ──────────────────────────────────────────────────────────────────────────────────────────


@rules(
    "Bij <n> activiteit[en] is ‘<ingredient>’ genoemd; bij <n:both> daarvan laat het register <any> zien. Vult u {die|ze|de andere[ <n:rest>]} aan?",
    "Bij <n> activiteit[en] is ‘<ingredient>’ genoemd; het register laat daar <any> zien",
    "Bij <n:none> activiteit[en] is ‘<ingredient>’ genoemd; het register laat daar {<any> nog niet|nog geen <any>} zien. Vult u {die|ze} aan?",
)
def named(t: About, said: Said) -> Answer:
    nr = ingredient(said["ingredient"])
    n, both = t.n(ingredient=nr), t.n(ingredient=nr, te_zien=nr)
    if "none" in said:
        return {"none": n, "": "some are shown" if both else ""}
    return {"n": n, "both": both, "rest": n - both, "": "" if "both" in said or n == both else "not all are shown"}


@rules("Nergens {laat het register|staat in het register} <any> zonder dat ‘<ingredient>’ is genoemd")
def nowhere_shown(t: About, said: Said) -> Answer:
    nr = ingredient(said["ingredient"])
    n = t.n(te_zien=nr, niet_genoemd=nr)
    return {"": f"{n} activities show it" if n else ""}


@rules("Bij <n> activiteit[en] vinden we in het register <any>, maar is ‘<ingredient>’ niet genoemd")
def shown(t: About, said: Said) -> Answer:
    nr = ingredient(said["ingredient"])
    return {"n": t.n(te_zien=nr, niet_genoemd=nr)}


_MOST_NAMED = "{nergens|het meest bij <n:%s_ties> van de <n:%s_all> (<n:%s_many>)|het meest <text:%s_top> (<n:%s>)}"


@rules(
    "Genoemd én onderbouwd: alleen genoemd "
    f"{_MOST_NAMED.replace('%s', 'named')}; alleen onderbouwd {_MOST_NAMED.replace('%s', 'shown')}"
)
def told_named(t: About, said: Said) -> Answer:
    answer: dict[str, object] = {"": ""}
    for part, other in (("named", "niet_te_zien"), ("shown", "niet_genoemd")):
        first = "ingredient" if part == "named" else "te_zien"
        counts = {name: t.n(**{first: nr, other: nr}) for nr, name in enumerate(INGREDIENTS, start=1)}
        most = max(counts.values())
        top = [name for name, n in counts.items() if n == most]
        answer |= {part: most, f"{part}_many": most, f"{part}_ties": len(top), f"{part}_all": len(counts)}
        answer[f"{part}_top"] = listed(top) if len(top) <= 3 else None
        if not most and any(name.startswith(part) for name in said):
            answer[""] = f"nothing is {part}"
    return answer


@rules("<text:title>: <n> activiteit[en]", last=True)
def heading(t: About, said: Said) -> Answer:
    """A list: what its title says, of which the rows stand below it."""
    title = said["title"]
    if title.endswith(BESIDE):
        bare = title.removesuffix(BESIDE)
        college = re.search(r" bij (.+)$| zonder college$", bare)
        over = t if college and " in " not in bare else t.everywhere()
        if college and (college[1] or "") not in t.query.get("college", [college[1] or ""]):
            over = over.within(college=None)
        return heading(over, said | {"title": bare}) | {"title": title}
    if title == "Te actualiseren":
        return {"n": t.on(None).n(actualiseren=365)}
    state = re.fullmatch(r"(.+), (genoemd én onderbouwd|alleen genoemd|alleen onderbouwd)", title)
    if state:
        nr = ingredient(state[1])
        names = {"genoemd én onderbouwd": ("ingredient", "te_zien"), "alleen genoemd": ("ingredient", "niet_te_zien")}
        return {"title": title, "n": t.n(**dict.fromkeys(names.get(state[2], ("te_zien", "niet_genoemd")), nr))}
    found = re.fullmatch(r"(.+?)(?: in (.+?))?(?: bij (.+?)| (zonder college))?", title)
    where: dict[str, object] = area(found[2]) if found and found[2] else {}
    if found and (found[3] or found[4]):
        where["college"] = found[3] or ""
    what = found[1] if found else ""
    if what.lower() in ("alle activiteiten", ""):
        return {"title": title, "n": t.n(**where)}
    if what in AREAS:
        return {"title": title, "n": t.n(**area(what))}
    if title.lower() in COMBINATIONS:
        return {"title": title, "n": t.n(prikker=COMBINATIONS[title.lower()])}
    if what.lower() in HOW:
        return {"title": title, "n": t.n(deelname=what.lower(), **where)}
    if what.lower() in (*THEMES, NETWORK):
        return {"title": title, "n": t.n(thema=theme(what), **where)}
    if what in INGREDIENTS:
        return {"title": title, "n": t.n(ingredient=ingredient(what), **where)}
    return {"": "no rule knows this list"}


# ── The map ──────────────────────────────────────────────────────────────────────────────────────────────────


@rules("<n> verbindingslijn[en]:", "<n> verbindingslijnen in beeld")
def joined(t: About, _: Said) -> Answer:
    here = area(t.more["gebied"][0]) if "gebied" in t.more else {}
    where = {f"raakt_{level}": code for level, code in here.items()}
    return {"n": t.n("verbindingslijnen", **where)}


@rules("Verbindingslijnen tussen <area:one> en <area:other>: <n> verbindingslijn[en]")
def between(t: About, said: Said) -> Answer:
    codes = [next(iter(area(said[name]).values())) for name in ("one", "other")]
    return {"n": t.n("verbindingslijnen", tussen_gemeenten="|".join(codes))}


@rules("Niet als punt op de kaart: <text:names> en <n> andere")
def not_a_spot(t: About, said: Said) -> Answer:
    """How many there are takes the boundaries: the link beside it says the same number, and leads to the rows."""
    named = said["names"].count(", ") + 1
    return {"names": said["names"], "n": int(t.more["zonder plek"][0]) - named}


@rules(
    "{Activiteiten per <any>|Kerncijfers} in <area:one> en <area:other>: het verschil is het grootst bij <text:told>"
)
def told_beside(t: About, said: Said) -> Answer:
    """Each figure that is told with what it is in both areas, all as far apart; or as so many of all."""
    areas = area(said["one"]), area(said["other"])
    if re.fullmatch(r"\d+ van de \d+", said["told"]):
        return {"told": said["told"]}
    figures = re.findall(r"(.+?) \((\d+) en (\d+)\)(?:, | en |$)", said["told"])
    counted = [(what, *(_beside(t, what, here) for here in areas)) for what, _, _ in figures]
    right = [(what, int(a), int(b)) for what, a, b in figures] == counted
    apart = {abs(a - b) for _, a, b in counted}
    return {"told": said["told"], "": "" if right and len(apart) == 1 else f"counted {counted}"}


def _beside(t: About, what: str, here: dict[str, str]) -> int:
    """A key figure, an ingredient or a theme in one area."""
    level, code = next(iter(here.items()))
    kinds = {
        "Activiteiten": "activiteiten",
        "Partners die meedoen": "partners",
        "Verschillende ingrediënten": "ingredienten",
        "Verschillende thema's": "themas",
        "Verschillende colleges": "colleges",
    }
    if what in kinds:
        return t.n(kinds[what], **here)
    if what == "Verbindingslijnen":
        return t.n("verbindingslijnen", **{f"raakt_{level}": code})
    if what == "Op het netwerkthema":
        return t.n(thema=NETWORK, **here)
    if what.lower() in (*THEMES, NETWORK):
        return t.n(thema=theme(what), **here)
    return t.n(ingredient=ingredient(what), **here)


@rules(
    "In het hele register staan <n> strategische relaties in Haaglanden; die staan los van de aantallen van de regio's"
)
def strategic(t: About, _: Said) -> Answer:
    return {"n": t.n("partners", basis="register", gevestigd="AM21", strategisch="ja")}


# ── Register and Gegevens ────────────────────────────────────────────────────────────────────────────────────


@rules("<text:id> · <text:sheet>, rij <n>")
def row_of(t: About, said: Said) -> Answer:
    identity = f"{said['id']} · {said['sheet']}".split(" · ")[-2]  # behind its place
    rows = {p.id: p.row for p in t.count.partners.values()} | {a.id: a.row for a in t.count.activities.values()}
    return {"id": said["id"], "sheet": said["sheet"], "n": rows[identity]}


@rules(
    "<n:counted> rij[en] {telt|tellen} mee, <n:out> rij[en] {telt|tellen} niet mee. Daarnaast: <n:w> waarschuwing[en] en <n:o> opmerking[en] over wat beter kan"
)
def sheets(t: About, said: Said) -> Answer:
    """Of all sheets together; what is a warning and what a remark is held where they are listed."""
    counted = len(t.count.activities) + len(t.count.partners) + len(t.count.takes_part) + len(t.count.lines)
    return {"counted": counted, "out": sum(t.count.typed.values()) - counted, "w": said["w"], "o": said["o"]}


@rules("Bevindingen: <n>")
def findings(t: About, _: Said) -> Answer:
    return {"n": t.more["bevindingen"][0]}


@rules(
    "Over het hele register, <any> · [<n:errors> fout[en]][{, | en }<n:warnings> waarschuwing[en]][{, | en }<n:remarks> opmerking[en]]"
)
def severities(t: About, _: Said) -> Answer:
    _, errors, warnings, remarks = t.more["bevindingen"]
    return {"errors": errors, "warnings": warnings, "remarks": remarks}


@rules("<n:at> van <n:steps>")
def step(t: About, _: Said) -> Answer:
    """Which of the views on the stage this is: each is asked for alone, but the places in view."""
    if "gebied" not in t.more:
        return {"at": 1, "steps": 1}
    shown = t.query.get("regio") or t.query.get("gemeente") or [PLACES[code] for code in OURS]
    name = t.more["gebied"][0]
    return {"at": shown.index(name) + 1 if name in shown else f"of {shown}", "steps": len(shown)}
