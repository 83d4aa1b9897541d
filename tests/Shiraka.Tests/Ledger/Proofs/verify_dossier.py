#!/usr/bin/env python3
"""verify_dossier.py FILE [TRUSTED-KEY]: checks a shiraka-dossier-v1 (docs/ledger.md). Needs Python 3.8 and openssl."""
import base64, datetime, hashlib, json, os, struct, subprocess, sys, tempfile, uuid

def need(ok, why): return ok or sys.exit("REJECTED: " + why)
def once(pairs): return need(len(dict(pairs)) == len(pairs), "a member is given twice") and dict(pairs)
def b64(text): return base64.b64decode(text, validate=True)
def sha(*parts): return hashlib.sha256(b"".join(parts)).digest()
def guid(text): return uuid.UUID(text).bytes
def text(value): return struct.pack(">H", len(value.encode())) + value.encode()

def leaf(f):
    day = datetime.date.fromisoformat(f["occurredOn"]) - datetime.date(1970, 1, 1)
    under, quantity, unit = f.get("under"), f.get("quantity"), f.get("unit")
    return sha(b"\0\1", guid(f["id"]), struct.pack(">i", f["version"]), guid(f["stream"]), struct.pack(">qiq", f["streamVersion"], day.days, f["recordedAt"]),
        guid(f["actor"]), guid(f["organisation"]), b64(f["bodyDigest"]), bytes([(under is not None) + 2 * (quantity is not None) + 4 * (unit is not None)]),
        text(f["type"]), guid(under) if under else b"", struct.pack(">q", quantity) if quantity is not None else b"", text(unit) if unit is not None else b"")

def climb(node, at, last, proof):
    for step in proof:
        node = sha(b"\1", step, node) if at & 1 or at == last else sha(b"\1", node, step)
        while not at & 1 and at == last and at: at, last = at >> 1, last >> 1
        at, last = at >> 1, last >> 1
    return node if last == 0 else None

d = json.load(open(sys.argv[1], encoding="utf-8"), object_pairs_hook=once)
need(d["format"] == "shiraka-dossier-v1", "not a dossier of this version")
need(len(sys.argv) < 3 or sys.argv[2] == d["publicKey"], "signed by another key than the one trusted")
head, lines = d["checkpoint"].split("\n\n", 1)
origin, size, root = head.split("\n")
name, key_id, key = d["publicKey"].split("+", 2)
marks = [b64(line.split(" ")[2]) for line in lines.splitlines() if line.split(" ")[:2] == ["—", name]]
marks = [mark[4:] for mark in marks if mark[:4].hex() == key_id == sha(b64(key)[1:])[:4].hex()]
need(origin == d["origin"] and marks, "the checkpoint is of another ledger or key")
with tempfile.TemporaryDirectory() as box:
    for file, data in ("text", (head + "\n").encode()), ("key", b64(key)[1:]), ("mark", marks[0]): open(os.path.join(box, file), "wb").write(data)
    run = subprocess.run(["openssl", "dgst", "-sha256", "-keyform", "DER", "-verify", "key", "-signature", "mark", "text"], cwd=box, capture_output=True)
    need(run.returncode == 0, "the signature of the checkpoint is wrong")
for f in d["facts"]:
    if need(("body" in f) == (f["bodyState"] == "open"), f"body of fact {f['seq']}") and "body" in f:
        body = f["body"].encode()
        need(sha(b"shiraka-body-v1", b64(f["salt"]), struct.pack(">q", len(body)), body) == b64(f["bodyDigest"]), f"body of fact {f['seq']}")
    need(0 <= f["seq"] < int(size) and climb(leaf(f), f["seq"], int(size) - 1, map(b64, f["proof"])) == b64(root), f"fact {f['seq']}")
print(f"OK: {len(d['facts'])} facts in the first {size} of {origin}, root {root}, key {name}+{key_id}")
