#!/usr/bin/env python3
"""Makes the fictional example deliveries: python3 imports/voorbeeld/maak.py [FOLDER].

Standard library only. All numbers are invented: no figure of any gemeente, school or organisation is in
here. The files that this program makes are kept in the repository; run it only to change the story.
"""
import os
import sys

sys.dont_write_bytecode = True
import bronnen
import buren
import los
import registers
import vve
from hulp import Manifest


def main():
  here = os.path.dirname(os.path.abspath(__file__))
  top = sys.argv[1] if len(sys.argv) > 1 else here
  for gemeente, parts in (("zoetermeer", (vve.make, bronnen.make, registers.make)), ("leiden", (buren.leiden, registers.leiden)),
                          ("heerenveen", (buren.heerenveen, registers.heerenveen))):
    manifest = Manifest(os.path.join(top, gemeente))
    for part in parts:
      part(manifest)
    manifest.write()
  los.make(os.path.join(top, "los"))


main()
