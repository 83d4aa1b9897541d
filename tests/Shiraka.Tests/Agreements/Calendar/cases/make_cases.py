#!/usr/bin/env python3
"""Makes cases.tsv, the table the calendar is checked against: one input and the calendar it must give a line.

Written from the description of the calendar, not from its code, and by another way: it lives through every single day from
entry into force on, and asks each morning whether the running term is over. All month arithmetic is that of python-dateutil
(relativedelta), none is made here. usage: make_cases.py > cases.tsv (python3-dateutil 2.8 or later; the seed is fixed)."""
import json, random
from datetime import date, timedelta
from dateutil.relativedelta import relativedelta

DAY = timedelta(days=1)
rng = random.Random(20260610)

def delta(text):
    number, parts = "", dict(years=0, months=0, weeks=0, days=0)
    for letter in text[1:]:
        if letter.isdigit(): number += letter
        else:
            parts[dict(Y="years", M="months", W="weeks", D="days")[letter]] = int(number)
            number = ""
    return relativedelta(**parts)

class Impossible(Exception): pass

def entry(case):
    rule, days = case.get("entryIntoForce"), [s.get("on") for s in case.get("signatures", [])]
    if rule is None: return None
    if rule not in ("first-signature", "last-signature"): return date.fromisoformat(rule)
    if not days or None in days: return None
    return date.fromisoformat(min(days) if rule == "first-signature" else max(days))

def live(case):
    asof, start = date.fromisoformat(case["asOf"]), entry(case)
    if start is None:                                                 # nothing can be counted; only an end that is written down is an end
        ended = (case.get("termination") or {}).get("on")
        return dict(inForceOn=None, expiresOn=ended, lastDayForNotice=None, state="terminated" if ended and ended <= case["asOf"] else "unknown", terms=[], acts=[])
    renewal, notice = case.get("renewal") or {}, case.get("notice") or {}
    before = delta(notice["before"]) if notice.get("before") else None
    maximum, kind, duration = renewal.get("max"), renewal.get("kind"), case.get("duration")
    cut = date.fromisoformat(case["termination"]["on"]) if case.get("termination") else None
    post = []                                                        # the letter box: what arrives on which day
    for p in case.get("prorogations", []): post.append((date.fromisoformat(p["agreedOn"]), 0, p))
    for s in case.get("suspensions", []): post.append((date.fromisoformat(s["from"]), 1, s))
    for r in renewal.get("agreed", []): post.append((date.fromisoformat(r), 2, r))
    for n in notice.get("received", []): post.append((date.fromisoformat(n if isinstance(n, str) else n["on"]), 3, n))
    post.sort(key=lambda letter: letter[:2])
    names = ["prorogation", "suspension", "renewal", "notice"]
    last_known = max([asof] + [letter[0] for letter in post] + ([cut] if cut else []))

    terms, acts = [], []
    open_ended = duration == "open"
    minimum = isinstance(duration, dict) and "minimum" in duration
    fixed = duration is not None and not open_ended and not minimum
    anchor, added = start, relativedelta()
    if fixed:
        if isinstance(duration, dict): anchor = date.fromisoformat(duration["to"])
        else: added = delta(duration)
    elif minimum: added = delta(duration["minimum"])
    end = (anchor + added) if (fixed or minimum) else None           # of the running term, or of the minimum
    if end is not None and end <= start: raise Impossible
    over, by, begun, gone, granted, noticed, lost = None, None, start, 0, 0, None, False

    def renews(): return fixed and kind == "tacit" and (maximum is None or gone < maximum)
    def notice_day(): return (end - before) if renews() and before is not None and end is not None else None

    today = min([start] + [letter[0] for letter in post])
    while True:
        # morning: is something over?
        if fixed and not lost and today == end:
            terms.append([begun, end, notice_day()])
            if noticed: over, by = today, "notice"
            elif not renews() and not granted: over = today
            elif renews() and maximum is None and today > last_known: break
            elif "duration" not in renewal:
                terms.append([today, None, None]); lost = True; begun = None
            else:
                begun, added, gone = today, added + delta(renewal["duration"]), gone + 1
                if granted: granted -= 1
                end = anchor + added
                if end <= today: raise Impossible
        if (open_ended or minimum) and noticed and by is None:
            leave = noticed + before
            if minimum: leave = max(leave, end) if not lost else None
            if leave is not None and today >= leave >= noticed: over, by = today, "notice"; terms.append([begun, today, None])
        if cut and today == cut:
            if over is not None and over < today: raise Impossible
            if over == today:
                terms = [t for t in terms if t[0] < today]; terms[-1][1:] = [today, None]
            elif begun is None: terms.pop(); terms[-1][1:] = [today, None]
            else: terms.append([begun, today, None])
            if begun is not None and over is None and len(terms) > 1 and terms[-1][0] == today:
                terms.pop(); terms[-1][1:] = [today, None]
            over, by = today, "termination"
        if over is not None:
            if any(letter[0] >= today for letter in post) or (cut and cut > today): raise Impossible
            break
        # then the post of the day
        for when, what, letter in [x for x in post if x[0] == today]:
            effect = "none"
            if what == 0:
                if not (fixed or minimum) or lost or (minimum and today >= end): raise Impossible
                if letter.get("to"): new_anchor, new_added = date.fromisoformat(letter["to"]), relativedelta()
                else: new_anchor, new_added = anchor, added + delta(letter["duration"])
                if new_anchor + new_added <= end: raise Impossible
                anchor, added, end, effect = new_anchor, new_added, new_anchor + new_added, "extends"
            elif what == 1:
                if today < start: raise Impossible
                effect = "suspends"
                if letter.get("extendsTerm") and not lost and (fixed or (minimum and today < end)):
                    if letter.get("to"):
                        added, effect = added + (date.fromisoformat(letter["to"]) - today).days * relativedelta(days=1), "extends"
                        end = anchor + added
                    else:
                        lost, effect = True, "extends"
            elif what == 2:
                if lost:
                    acts.append([names[what], when.isoformat(), effect]); continue
                if not fixed or kind != "express" or (maximum is not None and gone + granted >= maximum): raise Impossible
                granted, effect = granted + 1, "renews"
            else:
                right_form = not isinstance(letter, dict) or letter.get("form") is None or notice.get("form") is None or letter["form"] == notice["form"]
                if open_ended or minimum:
                    if not right_form: effect = "wrong-form"
                    elif today >= start and before is not None and noticed is None: noticed, effect = today, "ends"
                elif renews() and not lost:
                    if not right_form: effect = "wrong-form"
                    elif before is not None and today > end - before: effect = "late"
                    elif noticed is None: noticed, effect = today, "ends"
            acts.append([names[what], when.isoformat(), effect])
        if lost and fixed and begun is not None and not any(x[0] > today for x in post) and not cut:
            terms.append([begun, None, None]); break
        if lost and fixed and begun is None and today >= last_known and not cut: break
        settled = today >= last_known
        if settled and (open_ended or duration is None or minimum) and not (noticed and not (minimum and lost)):
            terms.append([begun, None, None]); break
        if settled and lost and fixed: break
        today += DAY
        if today.year > 2300: raise Impossible

    if by == "termination": acts.append(["termination", cut.isoformat(), "ends"])
    pause = any(date.fromisoformat(s["from"]) <= asof and (not s.get("to") or asof < date.fromisoformat(s["to"])) for s in case.get("suspensions", []))
    running = [t for t in terms if t[0] <= asof and (t[1] is None or asof < t[1])]
    shown = running[0] if running else terms[0] if asof < start and terms else None
    early = by == "termination" or (by == "notice" and not fixed)
    state = "not-yet" if asof < start else ("terminated" if early else "expired") if over and over <= asof else "suspended" if pause else "in-force"
    iso = lambda d: d.isoformat() if d else None
    return dict(inForceOn=iso(start), expiresOn=iso(over), lastDayForNotice=iso(shown[2]) if shown else None, state=state,
                terms=[dict(zip(("from", "to", "lastDayForNotice"), map(iso, t))) for t in terms], acts=acts)

ANCHORS = ["2020-01-31", "2020-02-29", "2019-02-28", "2021-08-31", "2021-10-30", "2022-12-31", "2023-11-30", "2024-02-29", "2021-09-22", "2025-03-01", "2019-12-29", "2020-01-30"]
LENGTHS = ["P1M", "P3M", "P6M", "P1Y", "P18M", "P2Y", "P3Y", "P5Y", "P1Y6M", "P90D", "P365D", "P2W", "P1Y1D", "P11M"]
def some(day, low, high): return (date.fromisoformat(day) + timedelta(days=rng.randint(low, high))).isoformat()
def signed(day): return [dict(party="P", on=(date.fromisoformat(day) - timedelta(days=rng.randint(0, 40))).isoformat()), dict(party="Q", on=day)]

def plain():
    for anchor in ANCHORS:
        for length in LENGTHS:
            yield dict(entryIntoForce=anchor, duration=length, renewal=dict(kind="tacit", duration=rng.choice(LENGTHS), max=rng.randint(0, 4)), notice=dict(before=rng.choice(["P1M", "P3M", "P30D", "P6M", "P2M"])), asOf=some(anchor, -40, 2500))

def mixed():
    while True:
        anchor = rng.choice(ANCHORS)
        case = dict(signatures=signed(anchor), entryIntoForce=rng.choice(["last-signature", "last-signature", "first-signature", anchor]), asOf=some(anchor, -200, 3600))
        if rng.random() < .05: case["signatures"][0].pop("on")
        if rng.random() < .03: case.pop("entryIntoForce")
        what = rng.random()
        if what < .60: case["duration"] = rng.choice(LENGTHS)
        elif what < .68: case["duration"] = dict(to=some(anchor, 60, 1500))
        elif what < .80: case["duration"] = dict(minimum=rng.choice(LENGTHS))
        elif what < .94: case["duration"] = "open"
        kind = rng.choice(["tacit", "tacit", "tacit", "none", "express", None])
        if kind:
            case["renewal"] = dict(kind=kind)
            if kind != "none" and rng.random() < .9: case["renewal"]["duration"] = rng.choice(LENGTHS)
            if kind != "none" and rng.random() < .6: case["renewal"]["max"] = rng.randint(0, 5)
            if kind == "express" and rng.random() < .7: case["renewal"]["agreed"] = sorted(some(anchor, 10, 900) for _ in range(rng.randint(1, 2)))
        if rng.random() < .85:
            case["notice"] = dict(before=rng.choice(["P1M", "P3M", "P30D", "P6M", "P2W"]))
            if rng.random() < .3: case["notice"]["form"] = "registered letter"
        if rng.random() < .5: case.setdefault("notice", {})["received"] = [one if rng.random() < .7 else dict(on=one, form=rng.choice(["registered letter", "email"])) for one in sorted(some(anchor, 0, 1300) for _ in range(rng.randint(1, 2)))]
        if rng.random() < .25: case["prorogations"] = [dict(agreedOn=some(anchor, 5, 600), **(dict(duration=rng.choice(LENGTHS)) if rng.random() < .5 else dict(to=some(anchor, 300, 2200))))]
        if rng.random() < .25:
            begins = some(anchor, 0, 700)
            case["suspensions"] = [dict({"from": begins}, **({} if rng.random() < .2 else dict(to=some(begins, 1, 300))), **({} if rng.random() < .3 else dict(extendsTerm=rng.random() < .6)))]
        if rng.random() < .2: case["termination"] = dict(on=some(anchor, 1, 1500))
        yield case

print("# Made by make_cases.py: python-dateutil's relativedelta, lived through day by day. Columns: input, calendar.")
count = 0
for case in plain():
    print(json.dumps(case) + "\t" + json.dumps(live(case))); count += 1
for case in mixed():
    try: line = json.dumps(case) + "\t" + json.dumps(live(case))
    except Impossible: continue
    print(line); count += 1
    if count == 900: break
