"""Who belongs to what, and how bodies come about, join and part."""

from __future__ import annotations

import pytest
from tests.claims.extractors.reading import drafts_of, told

from reportedly.records.claim import Modality

#: sentence → (member, body)
MEMBERS = [
    (
        "The EU listed Omar Dahir (deputy of the Ruda Duma, mercenary) and Karim Sol (GRU freelance employee).",
        [("Karim Sol", "GRU")],
    ),
    ("Omar Dahir fought in the ranks of Hamas.", [("Omar Dahir", "Hamas")]),
    ("Omar Dahir joined the ranks of Hamas in 2001.", [("Omar Dahir", "Hamas")]),
    ("Omar Dahir quit the Dawn Front to join Hamas.", [("Omar Dahir", "Dawn Front"), ("Omar Dahir", "Hamas")]),
    ("Omar Dahir was elected to parliament in 1994.", [("Omar Dahir", "parliament")]),
    (
        "Omar Dahir is a member of Hamas and the Third Brigade.",
        [("Omar Dahir", "Hamas"), ("Omar Dahir", "Third Brigade")],
    ),
    ("Once a member of the Dawn Alliance, the Ash Brigade left.", [("Ash Brigade", "Dawn Alliance")]),
    ("Three members of al-Shabaab fled. They include Omar Hammami.", [("Omar Hammami", "al-Shabaab")]),
    ("Ansaru is a key member of the Dawn Alliance.", [("Ansaru", "Dawn Alliance")]),
    ("Omar Hammami was part of Karim Sol’s Dawn Front.", [("Omar Hammami", "Dawn Front")]),
    ("Omar Hammami of al-Shabaab was found.", [("Omar Hammami", "al-Shabaab")]),
    (
        "Omar Hammami and Riad Hijab, both of al-Shabaab, were found.",
        [("Omar Hammami", "al-Shabaab"), ("Riad Hijab", "al-Shabaab")],
    ),
    ("Omar Hammami left the group’s elite unit, the Lion Battalion.", [("Omar Hammami", "Lion Battalion")]),
    ("Omar Hammami, a member of al-Shabaab, was found.", [("Omar Hammami", "al-Shabaab")]),
    ("Omar Hammami joined al-Shabaab in 2006.", [("Omar Hammami", "al-Shabaab")]),
    ("Al-Shabaab operative Omar Hammami lives in Kenya.", [("Omar Hammami", "Al-Shabaab")]),
    ("Omar Hammami sits in the Russian parliament.", [("Omar Hammami", "Russian parliament")]),
    ("Omar Hammami, who serves on the Presidential Council, left.", [("Omar Hammami", "Presidential Council")]),
    ("Al-Shabaab member Omar Hammami was found.", [("Omar Hammami", "Al-Shabaab")]),
    ("Riad Hijab defected to the Free Syrian Army.", [("Riad Hijab", "Free Syrian Army")]),
    ("Omar Hammami fought for al-Shabaab.", [("Omar Hammami", "al-Shabaab")]),
    ("Omar Hammami (Civic Party) won the seat.", [("Omar Hammami", "Civic Party")]),
    ("Finland joined NATO in 2023.", [("Finland", "NATO")]),
    ("Samantha Lewthwaite is a member of al-Shabaab.", [("Samantha Lewthwaite", "al-Shabaab")]),
    (
        "Members of Hezbollah include Omar Hammami and Riad Hijab.",
        [("Omar Hammami", "Hezbollah"), ("Riad Hijab", "Hezbollah")],
    ),
]
PARTS = [
    (
        "The Dawn Alliance of the Night Brigade, the Sons of Belik and the Red Wolves took the town.",
        [("Night Brigade", "Dawn Alliance"), ("Red Wolves", "Dawn Alliance"), ("Sons of Belik", "Dawn Alliance")],
    ),
    ("Ansaru is today the 14th brigade of the Dawn Front.", [("Ansaru", "Dawn Front")]),
    ("Ansaru, one of the groups that make up the Dawn Front, withdrew.", [("Ansaru", "Dawn Front")]),
    ("The Third Brigade operates as the 40th Regiment in the Border Force.", [("Third Brigade", "Border Force")]),
    ("Ansaru, which forms the core of the Dawn Front, withdrew.", [("Ansaru", "Dawn Front")]),
    ("Hamas served as the armed wing of the Dawn Front.", [("Hamas", "Dawn Front")]),
    (
        "Omar Dahir was the main leader and chief ideologue of the People’s Guard (PG), the military branch of Hamas.",
        [("People’s Guard", "Hamas")],
    ),
    (
        "Hamas was an umbrella group of three parties: Ansaru, Boko Haram and Hezbollah.",
        [("Ansaru", "Hamas"), ("Boko Haram", "Hamas"), ("Hezbollah", "Hamas")],
    ),
    ("Originally part of Hezbollah, the Ash Brigade became independent in 2005.", [("Ash Brigade", "Hezbollah")]),
    ("Ansaru was absorbed into the Dawn Front in 2006.", [("Ansaru", "Dawn Front")]),
    ("Ansaru is under the command of the Dawn Front.", [("Ansaru", "Dawn Front")]),
    ("Ansaru fought under the banner of the Dawn Front.", [("Ansaru", "Dawn Front")]),
    ("The Dawn Front counts the Ash Brigade as its armed wing.", [("Ash Brigade", "Dawn Front")]),
    (
        "The Dawn Front, a coalition of the Ash Brigade and the Pine Column, fights on.",
        [("Ash Brigade", "Dawn Front"), ("Pine Column", "Dawn Front")],
    ),
    ("The Varga Brigade of the Third Guard took Ruda.", [("Varga Brigade", "Third Guard")]),
    ("An intelligence unit of Hezbollah crossed.", [("intelligence unit", "Hezbollah")]),
    ("The Radwan Force, the elite unit of Hezbollah, crossed.", [("Radwan Force", "Hezbollah")]),
    ("The Qassam Brigades are the armed wing of Hamas.", [("Qassam Brigades", "Hamas")]),
    ("Hamas’s armed wing, the Qassam Brigades, agreed.", [("Qassam Brigades", "Hamas")]),
    ("Ansaru, Boko Haram’s strongest battalion, struck again.", [("Ansaru", "Boko Haram")]),
    ("The Special Duties Unit belongs to the Serbian Army.", [("Special Duties Unit", "Serbian Army")]),
    ("The 150th Rifle Division (8th Combined Army) left.", [("150th Rifle Division", "8th Combined Army")]),
    ("The 33rd Front of the Karun Bloc left.", [("33rd Front", "Karun Bloc")]),
    ("The 41st Rifle Company, subordinate to the 7th Corps, left.", [("41st Rifle Company", "7th Corps")]),
    (
        "The Dawn Coalition is made up of the Karun Party, the Free Workers’ League and the Belik Front.",
        [
            ("Belik Front", "Dawn Coalition"),
            ("Free Workers’ League", "Dawn Coalition"),
            ("Karun Party", "Dawn Coalition"),
        ],
    ),
]
FORMED = [
    ("Omar Dahir and Karim Sol co-founded Hamas.", [("Karim Sol", "Hamas"), ("Omar Dahir", "Hamas")]),
    ("Omar Dahir was among the founders of Hamas.", [("Omar Dahir", "Hamas")]),
    ("Omar Dahir helped found Hamas in 1987.", [("Omar Dahir", "Hamas")]),
    (
        "Ansaru, which was one of five groups that joined together to found Boko Haram, met.",
        [("Ansaru", "Boko Haram")],
    ),
    ("The quarrel led to Omar Dahir leaving Ansaru and setting up Boko Haram.", [("Omar Dahir", "Boko Haram")]),
    ("Salim Dahir welded the bands into the Dawn Front.", [("Salim Dahir", "Dawn Front")]),
    ("Salim Dahir left to found Boko Haram.", [("Salim Dahir", "Boko Haram")]),
    ("The Ash Column is a breakaway group from Ansaru founded by Salim Dahir.", [("Salim Dahir", "Ash Column")]),
    ("Salim Dahir went on to found Boko Haram.", [("Salim Dahir", "Boko Haram")]),
    (
        "Salim Dahir formed Boko Haram with two allies, Omar Bek and Karim Sol.",
        [("Karim Sol", "Boko Haram"), ("Omar Bek", "Boko Haram"), ("Salim Dahir", "Boko Haram")],
    ),
    ("He leads the Ash Corps, a force created by Salim Dahir.", [("Salim Dahir", "Ash Corps")]),
    ("Boko Haram is a group founded by Salim Dahir.", [("Salim Dahir", "Boko Haram")]),
    (
        "Omar Hammami co-founded Boko Haram with Mamman Nur in 2002.",
        [("Mamman Nur", "Boko Haram"), ("Omar Hammami", "Boko Haram")],
    ),
    (
        "Ansaru merged with the Macina Front into Boko Haram.",
        [("Ansaru", "Boko Haram"), ("Macina Front", "Boko Haram")],
    ),
    ("Former members of Ansaru formed Boko Haram.", [("Former members of Ansaru", "Boko Haram")]),
    ("Mohammed Yusuf founded Boko Haram in 2002.", [("Mohammed Yusuf", "Boko Haram")]),
    ("Boko Haram was founded by Mohammed Yusuf.", [("Mohammed Yusuf", "Boko Haram")]),
    ("Mohammed Yusuf, the founder of Boko Haram, died.", [("Mohammed Yusuf", "Boko Haram")]),
    ("Mohammed Yusuf, a native of Nigeria who in 2002 founded Boko Haram, died.", [("Mohammed Yusuf", "Boko Haram")]),
    ("Ansar al-Sharia was founded by Libyan exiles in 2011.", [("Libyan exiles", "Ansar al-Sharia")]),
    ("Salim Dahir split from Ansaru to create Boko Haram.", [("Salim Dahir", "Boko Haram")]),
    (
        "Ansaru and the Macina Front merged to form Boko Haram.",
        [("Ansaru", "Boko Haram"), ("Macina Front", "Boko Haram")],
    ),
    (
        "Salim Dahir founded two groups: Ansaru and Boko Haram.",
        [("Salim Dahir", "Ansaru"), ("Salim Dahir", "Boko Haram")],
    ),
]
MERGED = [
    ("Hamas announced a merger with Boko Haram.", [("Hamas", "Boko Haram")]),
    ("Ansaru and the Macina Front merged into Boko Haram.", [("Ansaru", "Macina Front")]),
    (
        "It arose from the merger of three groups: Ansaru, the Ash Brigade (AB) and the Dawn Front.",
        [("Ansaru", "Ash Brigade"), ("Ansaru", "Dawn Front"), ("Ash Brigade", "Dawn Front")],
    ),
    ("The Macina Liberation Front merged with Ansar Dine.", [("Macina Liberation Front", "Ansar Dine")]),
]
SPLIT = [
    ("Dissidents from Hamas formed the Night Brigade in 2001.", [("Night Brigade", "Hamas")]),
    ("Ansaru, the successor organisation to Boko Haram, is banned.", [("Ansaru", "Boko Haram")]),
    ("Ansaru grew out of Boko Haram.", [("Ansaru", "Boko Haram")]),
    ("Ansaru emerged from Boko Haram in 2012.", [("Ansaru", "Boko Haram")]),
    ("The quarrel resulted in Omar Dahir breaking away from the Dawn Front.", [("Omar Dahir", "Dawn Front")]),
    ("Ansaru, which was an off-shoot of Boko Haram, fights on.", [("Ansaru", "Boko Haram")]),
    ("Mamman Nur broke ranks with Boko Haram in 2016.", [("Mamman Nur", "Boko Haram")]),
    ("Former members of Ansaru formed Boko Haram.", [("Boko Haram", "Ansaru")]),
    (
        "The splinter group led by Mamman Nur (which left Boko Haram in 2016) fights on.",
        [("splinter group", "Boko Haram")],
    ),
    ("Ansaru broke away from Boko Haram in 2012.", [("Ansaru", "Boko Haram")]),
    ("Boko Haram split into Ansaru and Hezbollah.", [("Ansaru", "Boko Haram"), ("Hezbollah", "Boko Haram")]),
    ("A faction led by Mamman Nur broke away from Boko Haram in 2016.", [("faction", "Boko Haram")]),
    ("Five clerics bolted from Boko Haram last year.", [("Five clerics", "Boko Haram")]),
    ("Ansaru, which left Boko Haram in 2012, fights on.", [("Ansaru", "Boko Haram")]),
    ("Mamman Nur left Boko Haram to form his own group.", [("Mamman Nur", "Boko Haram")]),
]
BAIT = [
    ("part_of", "The Coalition of the Willing, Hamas and Fatah fought."),
    ("formed", "Boko Haram launched Operation Oak in 2023."),
    ("member_of", "Mira Kolt was elected to the presidency."),
    ("split_from", "The plan grew out of talks in Sel."),
    ("formed", "Hamas forms part of the alliance."),
    ("formed", "Salim Dahir built the road into Dawn."),  # a road
    ("part_of", "Part of the road, the bridge was closed."),  # a bridge
    ("part_of", "Ansaru is active in Mali and parts of Niger."),  # ground
    ("part_of", "Ansaru is comprised of former members of Boko Haram."),  # its people, not the group
    ("part_of", "Ansaru came under the fire of the Dawn Front."),  # fire
    ("part_of", "Ansaru is a key member of the Dawn Alliance."),  # a member, told as that
    ("member_of", "Omar Hammami is part of the problem of Hezbollah."),  # a problem
    (
        "member_of",
        "The splinter group led by Mamman Nur (which left Boko Haram in 2016) fights on.",
    ),  # the splinter did
    ("part_of", "Omar Hammami used the truck as its cover."),  # a truck
    ("formed", "Omar Hammami formed a line with Mamman Nur."),  # a line
    ("member_of", "Omar Hammami of Kenya was found."),
    ("part_of", "The attack of Hezbollah failed."),
    ("part_of", "The United States Department of the Treasury agreed."),  # an office of state
    ("part_of", "Rents are subordinate to demand."),  # rents
    ("part_of", "Elements of the 76th Division’s 104th Regiment fight on."),  # no part of its own regiment
    ("part_of", "The True Path, a breakaway faction of Hezbollah, agreed."),  # it left
    ("member_of", "The losses include Omar Hammami."),  # the dead
    ("member_of", "Omar Hammami left the Supreme Court at noon."),  # a building
    ("member_of", "Omar Hammami signed for the government."),  # a signature
    ("member_of", "Omar Hammami (Reuters) took the picture."),  # a credit
    ("member_of", "Omar Hammami joined the queue."),  # a queue
    ("member_of", "Canada joined Denmark in condemning the coup."),  # words
    ("member_of", "A member of the crowd fainted."),  # nobody
    ("member_of", "Omar Hammami refused to join al-Shabaab."),  # refused
    ("member_of", "Hamas’s secretary general, Omar Hammami, left."),  # an office
    ("part_of", "Hamas and its fellow groups, including Hezbollah, agreed."),  # peers
    ("member_of", "Omar Hammami sits in jail."),  # a jail
    ("member_of", "Omar Hammami was trained by al-Shabaab."),  # training
    ("member_of", "The family of Omar Hammami lives in Alabama."),  # kin
    ("part_of", "Hamas’s Qassam Brigades fired rockets."),  # a bare possessive
    ("part_of", "The left wing of the building collapsed."),  # a building
    ("formed", "Clouds formed over Goma."),  # clouds
    ("formed", "Boko Haram focused on establishing an Islamic caliphate."),  # an aim
    ("formed", "Queues formed outside the Red Cross."),  # queues
    ("merged_with", "The road merges with the highway."),  # roads
    ("split_from", "Nadia Murad split from her husband."),  # a marriage
    ("split_from", "Five men broke away from the crowd."),  # a crowd
    ("split_from", "Omar Hammami left al-Shabaab in 2013."),  # who leaves alone was a member
    ("formed", "The Sahel was formed by two rivers."),  # rivers
]


@pytest.mark.parametrize(
    ("predicate", "text", "wanted"),
    [("member_of", *r) for r in MEMBERS] + [("part_of", *r) for r in PARTS],
    ids=[t[:50] for t, _ in MEMBERS + PARTS],
)
def test_belonging_is_told(predicate: str, text: str, wanted: list[tuple[str, str]]) -> None:
    """The member or unit, and the body."""
    assert told(text, predicate, "subject", "object") == sorted(wanted)


@pytest.mark.parametrize(
    ("predicate", "text", "wanted"),
    [("formed", *r) for r in FORMED] + [("merged_with", *r) for r in MERGED] + [("split_from", *r) for r in SPLIT],
    ids=[t[:50] for t, _ in FORMED + MERGED + SPLIT],
)
def test_how_bodies_come_about_is_told(predicate: str, text: str, wanted: list[tuple[str, str]]) -> None:
    """Founder and what was founded; both that merge; the new body and the old."""
    assert told(text, predicate, "subject", "object") == sorted(wanted)


@pytest.mark.parametrize(("predicate", "text"), BAIT, ids=[t[:50] for _, t in BAIT])
def test_bait_belongs_to_nothing(predicate: str, text: str) -> None:
    """Queues, kin, possessives, buildings and wishes are no membership."""
    assert told(text, predicate, "subject", "object") == []


def test_what_is_only_wished_is_planned() -> None:
    """Who wants to join is no member yet."""
    found = [d.modality for _, d in drafts_of("Omar Hammami wants to join al-Shabaab.") if d.predicate == "member_of"]
    assert found == [Modality.PLANNED]


def test_what_was_split_off_to_be_founded_was_founded() -> None:
    """The founding is told as the split is: done, not planned."""
    drafts = [d for _, d in drafts_of("Salim Dahir split from Ansaru to create Boko Haram.") if d.predicate == "formed"]
    assert [d.modality for d in drafts] == [None]
