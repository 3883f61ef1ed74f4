# Reads the rows of an export with lxml, and prints what it took: python3 load-lxml.py FILE
import json, sys, time
from lxml import etree

COLUMNS = {"userPrincipalName", "displayName", "sourceAnchor", "alias", "proxyAddresses",
           "onPremisesSamAccountName", "mail"}


def rows_of(path):
    for _, element in etree.iterparse(path, events=("end",), tag="cs-object", huge_tree=True):
        delta = element.find("unapplied-export/delta")
        if delta is not None and delta.get("operation", "none") != "none":
            row = {"dn": element.get("cs-dn"), "id": element.get("id"), "type": element.get("object-type"),
                   "operation": delta.get("operation"), "attributes": [one.get("name") for one in delta.iter("attr", "dn-attr")]}
            entry = element.find("unapplied-export-hologram/entry")
            if entry is None:
                entry = element.find("synchronized-hologram/entry")
            for attribute in entry.iterfind("attr") if entry is not None else ():
                if attribute.get("name") in COLUMNS:
                    row[attribute.get("name")] = attribute.findtext("value")
            yield row
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]


start = time.perf_counter()
rows = list(rows_of(sys.argv[1]))
print(json.dumps({"milliseconds": (time.perf_counter() - start) * 1000, "rows": len(rows)}))
