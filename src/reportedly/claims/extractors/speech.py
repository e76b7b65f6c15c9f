"""Statements with words of their own: what a named speaker says, condemns, welcomes, demands (said), and where he
speaks (present_at).

What others are told to have done is a claim, of whatever wording, and no statement: a clause is one only where it names
nobody else, or where its own words are quoted, refuse, or tell what will be. Whether the content is a claim that was
found is not known here: `claims.finish` drops what is told otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.claims.arguments.parties import described, filler, parties
from reportedly.claims.arguments.sites import sites_after
from reportedly.claims.attribution.quotations import quoted_tokens
from reportedly.claims.attribution.reports import clauses_of_paper
from reportedly.claims.attribution.speakers import called_up, is_named, named_speakers, speakers_of
from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.modality.aims import Aim, aim
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, has_to, is_in, particles
from reportedly.records.claim import Modality
from reportedly.records.mention import AGENTS, Form, Kind
from reportedly.resources.lexicon import table, words

_UNSAID = frozenset({"could", "would", "may", "might", "should", "must", "can", "will", "shall", "’ll", "'ll"})
_FIRST = frozenset({"i", "we", "my", "our", "me", "us"})
#: What hangs on another sentence as background: "the law, which X called unjust, …".
_BACKGROUND = frozenset({"relcl", "advcl"})
_GROUND = frozenset({Kind.PLACE, Kind.FACILITY})
_HEARD = ("in", "at", "from", "near", "outside")
_ROUTES = ("in", "at", "during", "through", "via", "after")


class Speech:
    """said, from verbs of saying with their words, verbs of judging and asking, and "according to"."""

    name = "speech"
    version = 5
    predicates = frozenset({"said", "present_at"})

    def __call__(self, sentence: SentenceView) -> Iterator[Draft]:
        """Drafts of one sentence, each speaker once."""
        seen: set[object] = set()
        told = list(_all(sentence))
        quoted = quoted_tokens(sentence)
        framed = any(d.rule in {"said-quotation", "colon"} for d in told)
        for token, word in enumerate(sentence.tokens):
            if word.tag[:1] == "V" and token not in quoted and _is_told(sentence, token):
                yield from _heard_at(sentence, token)
        for draft in told:
            if framed and draft.trigger in quoted:
                continue  # inside the words of the one who speaks
            who = None if draft.subject is None else draft.subject.mention
            chain = None if who is None else sentence.chain_index(who)
            key = draft.subject if chain is None else chain
            if key not in seen:
                seen.add(key)
                yield draft


EXTRACTOR = Speech()


def _all(view: SentenceView) -> Iterator[Draft]:
    quoted = quoted_tokens(view)
    for token, word in enumerate(view.tokens):
        if word.tag[:1] == "V" and _is_told(view, token):
            yield from _verb(view, token, quoted)
        if word.lemma == "accord" or word.text.lower() == "according":
            yield from _according(view, token)
    yield from _before_colon(view, quoted)


def _is_told(view: SentenceView, verb: int) -> bool:
    """Whether the verb is told as done: not refused, wished, possible or asked for."""
    shared = {verb, view.first_conjunct(verb)} if view.tokens[verb].tag == "VB" else {verb}
    aux = [a for v in shared for a in view.dependents(v, "aux")]  # "would neither confirm nor deny"
    if view.dependents(verb, "neg") or any(view.tokens[a].lemma in _UNSAID for a in aux):
        return False
    if any(view.tokens[m].lemma in {"if", "unless", "whether"} for m in view.dependents(verb, "mark")):
        return False
    return aim(view, verb) == Aim.DONE


# ---- verbs
def _verb(view: SentenceView, verb: int, quoted: frozenset[int]) -> Iterator[Draft]:
    rule = _rule(view, verb, quoted)
    if rule is None or (rule != "said-quotation" and view.tokens[verb].relation in _BACKGROUND):
        return
    quoting = _quoted_person(view, verb)
    speakers = [*speakers_of(view, verb), *_behind_paper(view, verb)]
    speakers = named_speakers(view, quoting) if quoting else speakers
    speakers = [s for s in speakers if not _is_inner(view, s, verb, quoted)]
    if rule == "said-clause" and base(view, verb) not in words("speech", "verbs", "stating"):
        speakers = [s for s in speakers if _is_own(view, verb, s, quoted)]
    trigger = _stating(view, verb) if rule == "expressed" else verb
    for speaker in speakers:
        yield Draft(
            predicate="said", trigger=trigger, subject=speaker, object=_addressee(view, verb, speaker), place=None,
            place_fixed=True, rule=rule, confidence=0.7 if rule in {"said-quotation", "said-clause"} else 0.6,
            modality=_relayed(view, verb), why=f"“{view.tokens[verb].text}” brings in the words of a speaker",
        )  # fmt: skip


def _rule(view: SentenceView, verb: int, quoted: frozenset[int]) -> str | None:
    """Which kind of statement the verb makes here, or None."""
    name = base(view, verb)
    if name in words("speech", "adjectives", "verbs") and _is_clear(view, verb):
        return "made-clear"
    if name in words("speech", "verbs", "clause"):
        if _quotes(view, verb, quoted):
            return "said-quotation"
        if name not in words("speech", "verbs", "quotation_only") and _has_clause(view, verb):
            return "said-clause"
        if name in {"tell", "say", "write", "state"} and _on_paper(view, verb):
            return "said-in"
    if name in words("speech", "verbs", "vowing") and any(has_to(view, c) for c in view.dependents(verb, "xcomp")):
        return "vowed"
    if name in words("speech", "verbs", "urging") and _asks(view, verb):
        return "urged"
    if name in words("speech", "verbs", "naming") and _names(view, verb):
        return "named"
    heads = [] if view.is_passive(verb) else view.objects(verb)
    if name in words("speech", "verbs", "charging") and not _has_charge(view, verb):
        return None
    if name in words("speech", "verbs", "judging") and heads:
        matters = any(is_in(view, h, "speech", "nouns", "matters") for h in heads)
        return "judged" if matters or name not in words("speech", "verbs", "of_matters") else None
    if name in words("speech", "verbs", "laying") and _lays_blame(view, verb, heads):
        return "laid-blame"
    presented = [h for h in heads if view.tokens[h].tag[:1] == "N" and not is_in(view, h, "speech", "nouns", "acts")]
    if name in words("speech", "verbs", "of_matters"):
        presented = [h for h in presented if is_in(view, h, "speech", "nouns", "matters")]
    if name in words("speech", "verbs", "presenting") and presented and len(presented) == len(heads):
        return "presented"
    if name in words("speech", "verbs", "light") and any(_expresses(view, name, h) for h in heads):
        return "expressed"
    phrases = table("speech")["phrases"].get(name, ())
    if heads and particles(view, verb) & set(table("speech")["phrases_to"].get(name, ())):
        return "spoke-up-to"
    free = not heads and (
        view.tokens[verb].tag != "VBN" or bool(view.dependents(verb, "aux"))
    )  # not "felt called upon"
    return "spoke-up" if free and particles(view, verb) & set(phrases) and not called_up(view, verb) else None


def _has_charge(view: SentenceView, verb: int) -> bool:
    """As in "blamed Doran for the delay", "accused him of lying"."""
    around = [verb, *view.objects(verb)]
    return any(view.tokens[c].lemma in {"of", "for"} for t in around for c in view.dependents(t, "prep"))


def _lays_blame(view: SentenceView, verb: int, heads: list[int]) -> bool:
    """As in "placed full responsibility on Doran", "holds Doran responsible"."""
    laid = [h for h in heads if is_in(view, h, "speech", "nouns", "blame")]
    held = [c for c in view.dependents(verb, "oprd", "ccomp", "acomp") if is_in(view, c, "speech", "nouns", "blamed")]
    behind = view.lows[max(laid) :] if laid else ()
    return bool(held) or "on" in behind or "upon" in behind


def _quotes(view: SentenceView, verb: int, quoted: frozenset[int]) -> bool:
    """Whether words in quotation marks stand beside a verb that is outside of them: a clause, or the whole rest."""
    if verb in quoted:
        return False
    if view.tokens[-1].text == ":" and len(view.tokens) - verb <= 12:  # the quotation is the next paragraph
        return True
    below = [c for c in view.dependents(verb, "ccomp", "xcomp", "dobj", "oprd", "parataxis", "intj") if c in quoted]
    colon = any(view.tokens[t].text == ":" and t + 1 in quoted for t in range(verb + 1, len(view.tokens) - 1))
    following = [t for t in range(verb + 1, min(verb + 3, len(view.tokens))) if view.tokens[t].text not in {",", ":"}]
    behind = view.tokens[verb].tag == "VBG" and bool(following) and following[0] in quoted  # "as saying, “…”"
    opens = 0 in quoted and verb <= max(quoted) + 12 and view.tokens[verb].relation == "ROOT"
    return bool(below) or colon or behind or opens


def _has_clause(view: SentenceView, verb: int) -> bool:
    """Whether a clause tells what is said: "that …", "…, he said", "claims he was …"."""
    clauses = _clauses(view, verb)
    if any(view.tokens[c].tag[:1] in {"V", "M", "N", "J", "C"} for c in clauses):
        return True
    token = view.tokens[verb]
    if token.relation in {"parataxis", "ccomp"} and token.head != verb and view.tokens[verb - 1].tag[:1] in {"N", "P"}:
        before = view.tokens[min(view.subtree(verb)) - 1].text if min(view.subtree(verb)) > 0 else ""
        return before == ","
    return bool(view.dependents(verb, "xcomp")) and base(view, verb) in {"claim"}


def _clauses(view: SentenceView, verb: int) -> list[int]:
    """Of "told X that …", "said in a statement that …" the clause, also where it hangs on X or the statement."""
    heard = view.dependents(verb, "dobj", "dative")
    hung = [c for o in heard for c in view.dependents(o, "acl", "relcl") if view.dependents(c, "nsubj", "nsubjpass")]
    hung = [c for c in hung if view.lows[view.subtree(c)[0]] == "that"]
    papers = [c for p in view.prepositional(verb, "in", "on") for c in clauses_of_paper(view, p)]
    return [*view.dependents(verb, "ccomp"), *hung, *papers]


def _is_own(view: SentenceView, verb: int, speaker: Filler, quoted: frozenset[int]) -> bool:
    """Whether a clause is a statement and no claim about others (see above)."""
    if verb + 1 < len(view.tokens) and view.tokens[verb + 1].text == ":":
        return True  # "X said: …" without quotation marks
    clauses = [*_clauses(view, verb), *view.dependents(verb, "xcomp")]
    told = {t for c in clauses or [view.tokens[verb].head] for t in view.subtree(c)}
    if not clauses:
        told -= set(view.subtree(verb))
    own = any(t in quoted or view.tokens[t].tag == "MD" or view.tokens[t].relation == "neg" for t in told)
    return own or not any(_is_other(view, m, speaker) for m in view.mentions if view.heads[m] in told)


def _is_other(view: SentenceView, mention: int, speaker: Filler) -> bool:
    """Whether a name stands for somebody or some place other than the one who speaks."""
    same = speaker.mention is not None and view.canonical(mention) == view.canonical(speaker.mention)
    return view.mention(mention).form == Form.NAME and not same


def _on_paper(view: SentenceView, verb: int) -> bool:
    """As in "told the Ruda Post in a statement", with the words in the next sentence."""
    papers = view.prepositional(verb, "in", "on", "via", "through")
    heard = view.objects(verb) or view.dependents(verb, "dative")
    ends = verb + 12 > len(view.tokens) and not view.dependents(verb, "ccomp", "xcomp")
    return ends and bool(heard) and any(is_in(view, h, "speech", "nouns", "papers") for h in papers)


def _is_clear(view: SentenceView, verb: int) -> bool:
    """As in "was clear that …", "made clear that …"."""
    firm = [c for c in view.dependents(verb, "acomp", "ccomp", "xcomp", "oprd")
            if is_in(view, c, "speech", "adjectives", "firm")]  # fmt: skip
    return any(view.dependents(c, "ccomp") for c in [verb, *firm]) and bool(firm)


def _behind_paper(view: SentenceView, verb: int) -> list[Filler]:
    """Of "a statement from X said", "X's letter demands" X."""
    papers = [d for d in view.doers(verb) if is_in(view, d, "speech", "nouns", "papers")]
    heads = [h for p in papers for h in view.prepositional(p, "from", "by", "of")]
    heads += [c for p in papers for o in view.dependents(p, "poss") for c in view.conjuncts(o)]
    return named_speakers(view, heads)


def _asks(view: SentenceView, verb: int) -> bool:
    """As in "urged Doran to stop", "told his men to go"."""
    if base(view, verb) in {"press", "lobby"} and view.prepositional(verb, "for", "on"):
        return True
    acts = [*view.dependents(verb, "xcomp", "ccomp"), *view.dependents(verb, "advcl")]
    acts = [a for a in acts if any(view.tokens[c].tag == "TO" for c in view.dependents(a, "aux"))]
    whom = view.objects(verb) or [s for a in acts for s in view.dependents(a, "nsubj")]
    return bool(acts and whom) and not view.is_passive(verb)


def _names(view: SentenceView, verb: int) -> bool:
    """As in "called it a crime", "described Doran as a threat"."""
    if view.is_passive(verb) or called_up(view, verb):
        return False
    if any(view.tokens[o].tag == "WP" for o in view.dependents(verb, "dobj", "dative")):
        return False  # "what it calls the Third Guard"
    if view.tokens[verb].tag == "VBN" and not view.dependents(verb, "aux"):
        return False  # "a unit called the Third Guard"
    if view.dependents(verb, "oprd") or any(view.dependents(c, "nsubj") for c in view.dependents(verb, "ccomp")):
        return True
    if len(view.dependents(verb, "dobj", "dative")) > 1:
        return True
    if base(view, verb) == "dismiss" and any(f.kind == Kind.PERSON for f in parties(view, view.objects(verb), AGENTS)):
        return False  # out of an office
    as_what = any(view.tokens[c].lemma == "as" for c in view.dependents(verb, "prep"))
    quoted = quoted_tokens(view)  # "called the report “recycled”"
    in_marks = any(o + 1 in quoted and o not in quoted for o in view.dependents(verb, "dobj"))
    return bool(view.objects(verb)) and (as_what or (in_marks and base(view, verb) == "call"))


def _expresses(view: SentenceView, verb: str, noun: int) -> bool:
    """As in "offered his condolences", "issued a warning"."""
    if not is_in(view, noun, "speech", "nouns", "words"):
        return False
    if any(view.tokens[c].lemma in {"this", "these", "such", "those"} for c in view.dependents(noun, "det")):
        return False  # points back to words told before
    weak = is_in(view, noun, "speech", "nouns", "with_express")
    return not weak or verb in words("speech", "verbs", "express")


def _stating(view: SentenceView, verb: int) -> int:
    """Of "issued a statement denying that …" the participle, which brings in what is said; else the verb itself."""
    participles = (c for o in view.objects(verb) for c in view.dependents(o, "acl") if view.tokens[c].tag == "VBG")
    told = words("voices", "verbs", "saying") | words("voices", "verbs", "denying")
    return next((c for c in participles if base(view, c) in told), verb)


def _is_inner(view: SentenceView, speaker: Filler, verb: int, quoted: frozenset[int]) -> bool:
    """ "I", "we" inside a quotation: the one who speaks is told by the verb outside."""
    text = view.document.text[speaker.start : speaker.end].lower()
    return verb in quoted and text in _FIRST


def _quoted_person(view: SentenceView, verb: int) -> list[int]:
    """Of "The Post quotes X as saying" X."""
    above = next((a for a in view.ancestors(verb) if view.tokens[a].tag[:1] == "V"), None)
    through = view.tokens[verb].relation == "pcomp" and view.tokens[view.tokens[verb].head].lemma == "as"
    return view.undergoers(above) if through and above is not None else []


def _relayed(view: SentenceView, verb: int) -> Modality | None:
    """As in "has been quoted as saying", "is reported to have said": passed on by others."""
    above = next((a for a in view.ancestors(verb) if view.tokens[a].tag[:1] == "V"), None)
    through = view.tokens[verb].relation in {"pcomp", "xcomp", "advcl"}
    if through and above is not None and base(view, above) in {"quote", "report", "cite", "say", "hear", "record"}:
        return Modality.REPORTED if view.is_passive(above) else None
    return None


def _addressee(view: SentenceView, verb: int, speaker: Filler) -> Filler | None:
    """Who is told, asked or blamed: "told the Ruda Post", "in remarks to the council", "praised the army"."""
    name = base(view, verb)
    heads = view.prepositional(verb, "to", "with")
    papers = [d for d in view.doers(verb) if is_in(view, d, "speech", "nouns", "papers")]
    heads += [h for o in [*view.objects(verb), *papers] for h in view.prepositional(o, "to")]
    if name in words("speech", "verbs", "with_whom"):
        heads = [*(view.objects(verb) if not view.is_passive(verb) else []), *heads]
    if name in words("speech", "verbs", "urging"):
        acts = [c for c in view.dependents(verb, "ccomp", "xcomp") if has_to(view, c)]
        heads += [s for c in acts for s in view.dependents(c, "nsubj")]
    if name in words("speech", "verbs", "on_whom"):
        heads += view.prepositional(verb, "on", "upon", "against")
    heads += [h for r in view.prepositional(verb, *_ROUTES) for h in view.prepositional(r, "to", "with")]
    found = [f for h in heads for f in _listener(view, h) if f.start != speaker.start]
    return found[0] if found else None


def _listener(view: SentenceView, head: int) -> list[Filler]:
    if is_in(view, head, "speech", "nouns", "press"):
        return [described(view, head, Kind.POPULATION)]
    found = parties(view, [head], AGENTS)
    if found:
        return found
    headed = [m for m in view.headed.get(head, ()) if view.mention(m).kind in AGENTS]
    return [f for f in (filler(view, m) for m in headed) if is_named(view, f)][:1]  # "the Ruda television"


# ---- other shapes
def _according(view: SentenceView, token: int) -> Iterator[Draft]:
    """As in "according to X, …": a person's words."""
    through = view.dependents(token, "prep")
    heads = [c for p in through if view.tokens[p].lemma == "to" for h in view.dependents(p, "pobj")
             for c in view.conjuncts(h)]  # fmt: skip
    for speaker in named_speakers(view, heads, frozenset({Kind.PERSON})):
        yield Draft(
            predicate="said", trigger=token, subject=speaker, place=None, place_fixed=True, rule="according-to",
            confidence=0.55, modality=Modality.ASSERTED, why="“according to” brings in a person’s words",
        )  # fmt: skip


def _heard_at(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "X said in Ruda", "X announced in an address from Ruda": who speaks there is there."""
    name = base(view, verb)
    if name not in words("speech", "verbs", "clause") | words("speech", "verbs", "speaking") or view.is_passive(verb):
        return
    press = [o for o in view.objects(verb) if is_in(view, o, "speech", "nouns", "press")]
    if name == "tell" and not press and not view.prepositional(verb, "from"):
        return  # "told a rally in Ruda" is told as `spoke_to`
    speakers = [s for s in speakers_of(view, verb) if s.kind == Kind.PERSON]
    heard = view.prepositional(verb, "in", "at", "by", "during", "to")
    heard = [*press, *(h for h in heard if is_in(view, h, "speech", "nouns", "occasions"))]
    near = ("from",) if name == "tell" and not press else ("in", "from", "at")
    places = [*sites_after(view, verb, *near), *(f for h in heard for f in sites_after(view, h, *_HEARD))]
    places = [p for p in places if p.mention is not None and p.kind in _GROUND]
    for speaker in speakers if places else ():
        yield Draft(
            predicate="present_at", trigger=verb, subject=speaker, place=places[0], place_fixed=True, rule="heard-at",
            confidence=0.7, why=f"“{view.tokens[verb].text}” with where somebody speaks",
        )  # fmt: skip


def _before_colon(view: SentenceView, quoted: frozenset[int]) -> Iterator[Draft]:
    """As in "Prime Minister X: “We are ready.”"."""
    for m in view.mentions:
        mention = view.mention(m)
        if mention.kind != Kind.PERSON or mention.form != Form.NAME:
            continue
        after = next((i for i, t in enumerate(view.tokens) if t.start >= mention.end), None)
        if after is None or after + 1 >= len(view.tokens) or view.tokens[after].text != ":" or after + 1 not in quoted:
            continue
        opening = next((i for i in range(after - 1, -1, -1) if view.tokens[i].tag in {":", ".", "''"}), -1)
        if any(t.tag[:1] == "V" for t in view.tokens[opening + 1 : after]):
            continue
        closing = next((i for i in range(after + 2, len(view.tokens)) if i not in quoted), len(view.tokens)) - 1
        speaker = Filler(start=mention.start, end=mention.end, kind=mention.kind, mention=m)
        yield Draft(
            predicate="said", trigger=after - 1, subject=speaker, place=None, place_fixed=True, rule="colon",
            confidence=0.65, evidence=(mention.start, view.tokens[closing].end),
            why="a name, a colon and a quotation",
        )  # fmt: skip
